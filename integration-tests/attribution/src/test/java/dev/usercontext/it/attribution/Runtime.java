package dev.usercontext.it.attribution;

import java.nio.file.Path;

/** A column of the tables: a module of the integration tests. */
enum Runtime {
  WILDFLY("WildFly", "wildfly"),
  OPEN_LIBERTY("Open Liberty", "open-liberty"),
  QUARKUS("Quarkus REST", "quarkus"),
  QUARKUS_UNDERTOW("Quarkus with servlets", "quarkus-undertow");

  private final String title;
  private final String module;

  Runtime(String title, String module) {
    this.title = title;
    this.module = module;
  }

  Path target() {
    return Path.of("..", module, "target");
  }

  @Override
  public String toString() {
    return title;
  }
}
