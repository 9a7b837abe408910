package dev.usercontext.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.it.contract.AppClient;
import dev.usercontext.it.contract.ApplicationWar;
import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.WebXml;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Nothing holds on to an application that is gone. */
@ArquillianTest
class RedeployIT {

  private static final String NAME = "redeployed";
  private static final int TIMES = 10;
  private static final int ROUNDS = 20;

  /** The JDK caches the last conversion of some method handles, and with it one class loader. */
  private static final int CACHED = 1;

  @ArquillianResource Deployer deployer;

  @Deployment(name = NAME, managed = false, testable = false)
  static WebArchive deployment() {
    return ApplicationWar.attributed(NAME)
        .parts("ejb", "login", "resolver")
        .webXml(WebXml.basic())
        // With WildFly's OTLP exporter every undeployed application, with this library or without,
        // leaves its class loader to a Vert.x or a timer thread.
        .configure("otel.traces.exporter", "none")
        .withLibrary()
        .build();
  }

  @Test
  void aRedeployLeavesNoClassLoaderBehind() throws Exception {
    ServerProcess server = WildFly.process();
    deployAndUse();
    long before = server.classLoaders();
    for (int i = 0; i < TIMES; i++) {
      deployAndUse();
    }
    assertThat(classLoadersLeft(server, before + CACHED)).isLessThanOrEqualTo(before + CACHED);
  }

  /** Counts again until what only waits for a collection, or for another request, is gone. */
  private static long classLoadersLeft(ServerProcess server, long enough) throws Exception {
    long left = server.classLoaders();
    for (int i = 0; i < ROUNDS && left > enough; i++) {
      WildFly.occupyEveryThread();
      left = server.classLoaders();
    }
    return left;
  }

  private void deployAndUse() {
    deployer.deploy(NAME);
    for (Caller caller : List.of(Caller.basic("alice"), Caller.basic("bob"), Caller.ANONYMOUS)) {
      use(caller, new AppClient(WildFly.application(NAME)));
    }
    deployer.undeploy(NAME);
  }

  private static void use(Caller caller, AppClient client) {
    String zone = caller == Caller.ANONYMOUS ? "open" : "secured";
    assertThat(client.get("rest/" + zone + "/do/injected", caller).body())
        .isEqualTo(caller + " > ada > " + caller);
    for (String action : List.of("tracer", "ejb", "attributed", "for-customer", "scopes")) {
      assertThat(client.get("rest/" + zone + "/do/" + action, caller).status()).isEqualTo(200);
      assertThat(client.get("servlet/" + zone + "/do/" + action, caller).status()).isEqualTo(200);
    }
    client.get("rest/" + zone + "/do/unmapped-failure", caller);
    client.get("servlet/" + zone + "/redispatch/tracer", caller);
    client.get("servlet/open/login?user=bob&password=bob-secret", Caller.ANONYMOUS);
  }
}
