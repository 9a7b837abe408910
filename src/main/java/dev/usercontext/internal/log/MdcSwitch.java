package dev.usercontext.internal.log;

import dev.usercontext.internal.config.LogOutput;
import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.diagnostics.ClassPresence;
import dev.usercontext.internal.diagnostics.ServerRuntime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the MDCs of an application as it starts, if it wants the user in them. */
public final class MdcSwitch {

  private MdcSwitch() {}

  /** To be called at each start, since classes may outlive the application that they were of. */
  public static synchronized void set(UserContextConfig config) {
    boolean on = config.enabled() && config.logs().contains(LogOutput.MDC);
    ServerRuntime runtime = ServerRuntime.detect();
    if (runtime == ServerRuntime.QUARKUS) {
      setOnQuarkus(on ? new AskedUser(config.renderer()) : null);
      return;
    }
    if (runtime == ServerRuntime.OPEN_LIBERTY) {
      LibertyLog.unregister();
      if (on) {
        LibertyLog.register(new AskedUser(config.renderer()));
      }
    }
    Mdc.use(on ? targets(runtime) : List.of(), config.renderer());
  }

  /** To be called as an application ends. */
  public static synchronized void off() {
    Mdc.useNone();
    LibertyLog.unregister();
  }

  private static void setOnQuarkus(@Nullable AskedUser user) {
    if (!ClassPresence.isPresent("io.quarkus.vertx.mdc.provider.LateBoundMDCProvider")) {
      return;
    }
    if (user == null) {
      QuarkusMdc.uninstall();
    } else {
      QuarkusMdc.install(user);
    }
  }

  private static List<MdcTarget> targets(ServerRuntime runtime) {
    List<MdcTarget> targets = new ArrayList<>();
    boolean jboss =
        runtime == ServerRuntime.WILDFLY && ClassPresence.isPresent("org.jboss.logging.MDC");
    if (jboss) {
      targets.add(new JBossMdc());
    }
    if (ClassPresence.isPresent("org.slf4j.MDC")) {
      // WildFly's is a face of the one above.
      Slf4jMdc slf4j = Slf4jMdc.find(!jboss);
      if (slf4j != null) {
        targets.add(slf4j);
      }
    }
    return targets;
  }
}
