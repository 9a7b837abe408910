package dev.usercontext.internal.log;

import dev.usercontext.internal.diagnostics.ClassPresence;
import dev.usercontext.internal.request.BorrowedUsers;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;

/** The span of a context, if it is one of this process that still records: it has its user. */
final class LocalSpan {

  private static final boolean SDK =
      ClassPresence.isPresent("io.opentelemetry.sdk.trace.ReadableSpan");

  private LocalSpan() {}

  static boolean isOpenIn(Context context) {
    return SDK && Sdk.isOpen(Span.fromContext(context));
  }

  /** Empty where there is no such span, or one whose user is only that of a call inside of it. */
  static Attributes attributesOf(Context context) {
    Span span = Span.fromContext(context);
    return isOpenIn(context) && !BorrowedUsers.has(span)
        ? Sdk.attributes(span)
        : Attributes.empty();
  }

  /** A class of its own, so that it is linked only after {@link #SDK} was asked. */
  private static final class Sdk {
    static boolean isOpen(Span span) {
      return span instanceof ReadableSpan readable && !readable.hasEnded();
    }

    static Attributes attributes(Span span) {
      return span instanceof ReadableSpan readable
          ? readable.toSpanData().getAttributes()
          : Attributes.empty();
    }
  }
}
