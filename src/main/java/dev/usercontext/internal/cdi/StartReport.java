package dev.usercontext.internal.cdi;

import dev.usercontext.internal.config.ConfigKey;
import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.diagnostics.ClassPresence;
import dev.usercontext.internal.diagnostics.Log;
import dev.usercontext.internal.diagnostics.Message;
import dev.usercontext.internal.diagnostics.ProcessorPresence;
import dev.usercontext.internal.diagnostics.ServerRuntime;
import dev.usercontext.internal.privacy.Pseudonyms;
import java.util.ArrayList;
import java.util.List;

/** The line that says at start what was found. */
final class StartReport {

  private StartReport() {}

  static void log(UserContextConfig config) {
    config.warnings().forEach(Log::warn);
    if (!config.enabled()) {
      Log.info(Message.DISABLED, ConfigKey.ENABLED.key());
      return;
    }
    Log.info(
        Message.STARTED,
        version(),
        ServerRuntime.detect().title(),
        String.join(", ", identitySources()),
        config.vocabularies(),
        pseudonyms(config),
        ProcessorPresence.isLoaded() ? "loaded" : "to be loaded with the first span");
  }

  private static String version() {
    String version = StartReport.class.getPackage().getImplementationVersion();
    return version == null ? "(unpackaged)" : version;
  }

  private static String pseudonyms(UserContextConfig config) {
    Pseudonyms pseudonyms = config.renderer().disclosure().pseudonyms();
    return pseudonyms == null ? "off" : "with key " + pseudonyms.key().id();
  }

  private static List<String> identitySources() {
    List<String> sources = new ArrayList<>();
    addIfPresent(sources, "servlet", "jakarta.servlet.http.HttpServletRequest");
    addIfPresent(sources, "JAX-RS", "jakarta.ws.rs.core.SecurityContext");
    addIfPresent(sources, "Jakarta Security", "jakarta.security.enterprise.SecurityContext");
    addIfPresent(sources, "MicroProfile JWT", "org.eclipse.microprofile.jwt.JsonWebToken");
    return sources;
  }

  private static void addIfPresent(List<String> sources, String name, String className) {
    if (ClassPresence.isPresent(className)) {
      sources.add(name);
    }
  }
}
