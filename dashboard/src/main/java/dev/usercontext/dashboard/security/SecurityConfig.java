package dev.usercontext.dashboard.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** {@code dashboard.security.*}. */
@ConfigMapping(prefix = "dashboard.security")
public interface SecurityConfig {
  /** Password of the user {@code viewer}, who may look at everything. */
  Optional<String> viewerPassword();

  /** Password of the user {@code admin}, who may erase as well. */
  Optional<String> adminPassword();

  /**
   * What logins are signed with, 32 characters or more: the same on every dashboard that people may
   * come to. Without one, each start makes its own, which ends the logins before it.
   */
  Optional<String> sessionKey();

  /** How long a login lasts. */
  @WithDefault("PT12H")
  Duration session();

  /**
   * Names that a browser on this machine may know the dashboard by, beside the addresses of
   * loopback. Others are refused while nobody has to log in: a page elsewhere could have its own
   * name mean this machine.
   */
  @WithDefault("localhost")
  Set<String> localNames();

  /** The file that keeps who erased and who exported, one JSON object a line; none without it. */
  Optional<Path> actionLog();
}
