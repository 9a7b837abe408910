package dev.usercontext.internal.request;

import dev.usercontext.internal.diagnostics.ServerRuntime;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What the server knows of the caller of this thread beyond the Jakarta APIs. */
public final class ContainerAttributes {

  private static final ServerRuntime RUNTIME = ServerRuntime.detect();

  private ContainerAttributes() {}

  /** An attribute of the caller with this name; null where the server has none. */
  public static @Nullable Object get(String caller, String attribute) {
    try {
      return switch (RUNTIME) {
        case WILDFLY -> ElytronCaller.attribute(caller, attribute);
        case OPEN_LIBERTY -> LibertyCaller.attribute(caller, attribute);
        default -> null;
      };
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      // Another version of the server: it has no such attribute.
      return null;
    }
  }

  /** The roles of the caller with this name; null where the server cannot enumerate them. */
  public static @Nullable Collection<String> roles(String caller) {
    try {
      return RUNTIME == ServerRuntime.WILDFLY ? ElytronCaller.roles(caller) : null;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return null;
    }
  }
}
