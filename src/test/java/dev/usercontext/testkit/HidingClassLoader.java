package dev.usercontext.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.Callable;

/** The whole class path once more, without some packages: as on a runtime that lacks an API. */
public final class HidingClassLoader extends ClassLoader {

  private final List<String> hidden;

  private HidingClassLoader(List<String> hidden) {
    super(HidingClassLoader.class.getClassLoader());
    this.hidden = hidden;
  }

  /** Runs a class with a constructor without parameters where these packages do not exist. */
  public static String run(Class<? extends Callable<String>> type, String... hiddenPackages)
      throws Exception {
    HidingClassLoader loader = new HidingClassLoader(List.of(hiddenPackages));
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Object probe = loader.loadClass(type.getName()).getDeclaredConstructor().newInstance();
      return (String) ((Callable<?>) probe).call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (hidden.stream().anyMatch(name::startsWith)) {
      throw new ClassNotFoundException(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : find(name, resolve);
    }
  }

  private Class<?> find(String name, boolean resolve) throws ClassNotFoundException {
    if (isOfPlatform(name)) {
      return super.loadClass(name, resolve);
    }
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] code = in.readAllBytes();
      return defineClass(name, code, 0, code.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** Hides what would name a hidden class as a service, too. */
  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    List<URL> visible = new ArrayList<>();
    for (URL url : Collections.list(super.getResources(name))) {
      if (!name.startsWith("META-INF/services/") || !namesHidden(url)) {
        visible.add(url);
      }
    }
    return Collections.enumeration(visible);
  }

  private boolean namesHidden(URL services) throws IOException {
    try (InputStream in = services.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .anyMatch(line -> hidden.stream().anyMatch(line::startsWith));
    }
  }

  private static boolean isOfPlatform(String name) {
    try {
      ClassLoader.getPlatformClassLoader().loadClass(name);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
