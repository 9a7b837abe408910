package dev.usercontext.internal.context;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Where the request is to be found in a context that was made before anybody could know of it: that
 * of its server span. As long as it is empty, it is as if it was not there. Filled, all contexts
 * that were made from that one carry the request, whoever keeps them, and none has to be attached.
 */
public final class RequestPlace implements Carried {

  private volatile @Nullable Carried request;

  /** A context that carries an empty place, instead of whatever another request has left there. */
  public static Context reserve(Context context) {
    return context.with(KEY, new RequestPlace());
  }

  /** False where {@code context} has no place for it, or one that another has taken. */
  public static boolean fill(Context context, Carried request) {
    return fill(context, request, request);
  }

  /** The same, also where {@code early} has taken it, who knew less of the same request. */
  public static boolean fill(Context context, Carried request, @Nullable Carried early) {
    if (context.get(KEY) instanceof RequestPlace place
        && (place.request == null || place.request == early)) {
      place.request = request;
      return true;
    }
    return false;
  }

  /** Whether {@code context} has a place that nothing is in yet. */
  public static boolean isEmptyIn(Context context) {
    return context.get(KEY) instanceof RequestPlace place && place.request == null;
  }

  @Nullable Carried request() {
    return request;
  }

  @Override
  public @Nullable UserValue user() {
    Carried known = request;
    return known == null ? null : known.user();
  }
}
