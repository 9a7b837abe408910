package dev.usercontext.it.app.work;

import io.opentelemetry.api.trace.Span;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which request this thread works for, as the request itself says in a parameter: neither the
 * context of OpenTelemetry nor a scope of CDI has a part in it, so that a test can tell whether
 * those went wrong. Never leaves its thread, but where the application takes it along, nor the
 * block it is opened for.
 */
public final class RequestMark implements AutoCloseable {

  /** The parameter that names a request. */
  public static final String PARAMETER = "request";

  /** The attribute of a span that names its request. */
  private static final String ATTRIBUTE = "it.request";

  private static final Pattern IN_QUERY = Pattern.compile("\\b" + PARAMETER + "=([0-9a-f]+)");

  private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

  private final String before = current();

  private RequestMark(String request) {
    if (request != null) {
      put(request);
    }
  }

  /**
   * @param request null where it does not say: what is known remains
   */
  public static RequestMark open(String request) {
    return new RequestMark(request);
  }

  /** Null where it is not known. */
  public static String current() {
    return CURRENT.get();
  }

  /** Takes it along to whatever thread runs this. */
  public static Runnable carry(Runnable task) {
    String request = current();
    return () -> {
      try (RequestMark mark = open(request)) {
        task.run();
      }
    };
  }

  /** The same for what has a result. */
  public static <T> Supplier<T> carryFor(Supplier<T> task) {
    String request = current();
    return () -> {
      try (RequestMark mark = open(request)) {
        return task.get();
      }
    };
  }

  /**
   * The name in this query; null for none. Not to be asked for as a parameter: Open Liberty adds
   * those of earlier requests of the thread where it dispatches asynchronously.
   */
  public static String in(String query) {
    Matcher name = IN_QUERY.matcher(query == null ? "" : query);
    return name.find() ? name.group(1) : null;
  }

  /** Takes it along where the container dispatches this request to another path. */
  public static String carryIn(String path) {
    String request = current();
    return request == null ? path : path + '?' + PARAMETER + '=' + request;
  }

  /** Says so on a span. */
  public static Span put(Span span) {
    String request = current();
    return request == null ? span : span.setAttribute(ATTRIBUTE, request);
  }

  @Override
  public void close() {
    put(before);
  }

  private static void put(String request) {
    if (request == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(request);
    }
  }
}
