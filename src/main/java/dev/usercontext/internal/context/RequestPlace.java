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
  private volatile boolean early;

  /** A context that carries an empty place, instead of whatever another request has left there. */
  public static Context reserve(Context context) {
    return context.with(KEY, new RequestPlace());
  }

  /** False where {@code context} has no place for it, or one that is taken for certain. */
  public static boolean fill(Context context, Carried request) {
    return fill(context, request, false);
  }

  /** The same until somebody fills it who knows more of the request, as its filter does. */
  public static boolean fillEarly(Context context, Carried request) {
    return fill(context, request, true);
  }

  private static boolean fill(Context context, Carried request, boolean early) {
    if (context.get(KEY) instanceof RequestPlace place && (place.request == null || place.early)) {
      place.early = early;
      place.request = request;
      return true;
    }
    return false;
  }

  /** Whether what {@code context} carries has been filled in early. */
  public static boolean isEarlyIn(Context context) {
    return context.get(KEY) instanceof RequestPlace place && place.early;
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
