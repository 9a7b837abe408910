package dev.usercontext.internal.trace;

import dev.usercontext.internal.baggage.ReceivedBaggage;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.ProcessUser;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.current.CurrentUser;
import dev.usercontext.internal.diagnostics.Counter;
import dev.usercontext.internal.diagnostics.Log;
import dev.usercontext.internal.diagnostics.Message;
import dev.usercontext.internal.diagnostics.ProcessorPresence;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import org.jspecify.annotations.Nullable;

/** Writes the user in effect to every span as it starts. */
public final class UserSpanProcessor implements SpanProcessor {

  private final AttributeRenderer renderer;
  private final ReceivedBaggage baggage;

  public UserSpanProcessor(AttributeRenderer renderer) {
    this(renderer, ReceivedBaggage.UNTRUSTED);
  }

  UserSpanProcessor(AttributeRenderer renderer, ReceivedBaggage baggage) {
    this.renderer = renderer;
    this.baggage = baggage;
    ProcessorPresence.report();
  }

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {
    try {
      attribute(parentContext, span);
    } catch (RuntimeException | LinkageError e) {
      Counter.FAILED.increment();
      Log.warnOnce(Message.ATTRIBUTION_FAILED, e.getClass().getName(), e);
    }
  }

  private void attribute(Context parentContext, ReadWriteSpan span) {
    Carried carried = CurrentUser.inContext(parentContext);
    if (carried == null) {
      carried = SpanUser.elsewhere(parentContext, span);
    }
    if (carried != null) {
      write(carried.userFor(span, renderer), Counter.NOBODY, span);
      LocalRoots.started(span, carried);
    } else if (SpanUser.inherit(parentContext, span, renderer)) {
      Counter.ATTRIBUTED.increment();
    } else {
      attributeAlone(parentContext, span);
    }
  }

  /** A span for which neither a context nor a local parent says anything. */
  private void attributeAlone(Context parentContext, ReadWriteSpan span) {
    UserValue ofThread = SpanUser.ofThread(span);
    Carried sender = ofThread == null ? LocalRoots.senderOf(span) : null;
    if (sender != null) {
      write(sender.userFor(span, renderer), Counter.NOBODY, span);
      LocalRoots.received(span, sender);
    } else {
      UserValue sentWith = ofThread == null ? sentWith(parentContext, span) : null;
      write(ofThread == null ? sentWith : ofThread, Counter.NO_CONTEXT, span);
      LocalRoots.startedAlone(span, ofThread);
    }
  }

  /**
   * Of a message. A request knows more than its baggage, and is not known yet as its span starts.
   */
  private @Nullable UserValue sentWith(Context parentContext, ReadWriteSpan span) {
    boolean mayBeMessage =
        span.getKind() != SpanKind.SERVER && span.getParentSpanContext().isRemote();
    return mayBeMessage ? baggage.user(parentContext) : null;
  }

  private void write(@Nullable UserValue found, Counter otherwise, ReadWriteSpan span) {
    UserValue user = found != null ? found : ProcessUser.get();
    if (user == null) {
      otherwise.increment();
      return;
    }
    user.attributes(renderer).writeTo(span);
    Counter.ATTRIBUTED.increment();
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    LocalRoots.ended(span);
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}
