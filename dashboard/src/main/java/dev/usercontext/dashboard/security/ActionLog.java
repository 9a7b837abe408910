package dev.usercontext.dashboard.security;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Keeps who erased and who exported, in the log and in a file. It never holds whom: an erased
 * user's id must not live on here.
 */
@Singleton
public class ActionLog {
  private static final Logger LOG = Logger.getLogger("dev.usercontext.dashboard.actions");

  private final Optional<Path> file;
  private final Clock clock;

  @Inject
  public ActionLog(SecurityConfig config, Clock clock) {
    this.file = config.actionLog();
    this.clock = clock;
  }

  /** An erasure that is done. */
  public void erased(Access access, long spans) {
    write(access, "erase", "\"spans\":" + spans);
  }

  /** An export that begins; of its filters only the names are kept. */
  public void exported(Access access, String view, Set<String> filters) {
    String names =
        filters.stream()
            .filter(name -> name.matches("[a-z_]{1,20}"))
            .sorted()
            .map(name -> '"' + name + '"')
            .collect(Collectors.joining(","));
    write(access, "export", "\"view\":\"" + view + "\",\"filters\":[" + names + "]");
  }

  private synchronized void write(Access access, String what, String more) {
    String line =
        "{\"at\":\"%s\",\"who\":\"%s\",\"role\":\"%s\",\"action\":\"%s\",%s}"
            .formatted(clock.instant(), quoted(access.name()), access.role(), what, more);
    LOG.info(line);
    file.ifPresent(path -> append(path, line));
  }

  /** The name comes from outside where an OpenID provider knows it. */
  private static String quoted(String name) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(name));
  }

  private static void append(Path path, String line) {
    try {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(path, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      LOG.errorf("UCD104: %s can't be written: %s", path, e);
    }
  }
}
