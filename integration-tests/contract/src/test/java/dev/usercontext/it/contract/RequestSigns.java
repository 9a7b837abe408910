package dev.usercontext.it.contract;

import dev.usercontext.test.ReceivedSpan;
import dev.usercontext.test.TracedRequest;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request carries so that its spans are known by it: the header of its trace; and, for spans
 * that leave the trace, a parameter that the application puts on the spans it starts by hand, and
 * the addresses that clients call.
 *
 * @param parameters to be added to the path
 */
record RequestSigns(Map<String, String> headers, String parameters, String upstream) {

  static final RequestSigns NONE = new RequestSigns(Map.of(), "", "");

  private static final Pattern ADDRESS = Pattern.compile("request[=/]([0-9a-f]{32})");

  static RequestSigns of(TracedRequest request) {
    return new RequestSigns(
        Map.of(TracedRequest.HEADER, request.traceparent()),
        "&request=" + request.traceId(),
        "/request/" + request.traceId());
  }

  /** The application turns it away where as many others wait for tasks. */
  RequestSigns waitingAtOnce(int atMost) {
    return new RequestSigns(headers, parameters + "&waiting=" + atMost, upstream);
  }

  /**
   * @param path with parameters of {@link Row#path}
   */
  String path(String path) {
    if (this == NONE) {
      return path;
    }
    String address = Upstream.shared().url();
    return path.replace(address, address + upstream) + parameters;
  }

  /** The request that a span names: its trace id, or null. */
  static String requestOf(ReceivedSpan span) {
    Object named = span.attributes().get("it.request");
    if (named != null) {
      return named.toString();
    }
    for (String attribute : new String[] {"url.query", "url.full", "url.path", "http.url"}) {
      Matcher address = ADDRESS.matcher(span.attributes().getOrDefault(attribute, "").toString());
      if (address.find()) {
        return address.group(1);
      }
    }
    return null;
  }
}
