package dev.usercontext.internal.diagnostics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The log of this library, under the name of its root package. */
public final class Log {

  private static final Logger LOGGER = Logger.getLogger("dev.usercontext");

  // What fails on one request fails on the next, so it is said once. The bound keeps a fault whose
  // subject differs each time from filling memory.
  private static final int MAX_ONCE = 256;
  private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

  private Log() {}

  public static void info(Message message, Object... arguments) {
    LOGGER.log(Level.INFO, message.text(arguments));
  }

  /** Warns with the text of a {@link Message} that was made earlier. */
  public static void warn(String text) {
    LOGGER.log(Level.WARNING, text);
  }

  /** Warns unless the same was said before of the same subject. */
  public static void warnOnce(
      Message message, String subject, @Nullable Throwable cause, Object... arguments) {
    if (SAID.size() < MAX_ONCE && SAID.add(message.code() + subject)) {
      LOGGER.log(Level.WARNING, message.text(arguments), PersonalData.loggable(cause));
    }
  }
}
