package dev.usercontext.races;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import java.util.concurrent.TimeUnit;

/** A span that keeps the user it was given, under a lock and until it ends, as the SDK's do. */
final class StubSpan implements Span {

  private String id;
  private String email;
  private int users;
  private boolean ended;

  @Override
  public synchronized <T> Span setAttribute(AttributeKey<T> key, T value) {
    if (ended) {
      return this;
    }
    if (key.getKey().equals("user_id")) {
      id = (String) value;
      users++;
    } else {
      email = (String) value;
    }
    return this;
  }

  /** The name of the user or "nobody", and what does not go with it. */
  synchronized String user() {
    if (id == null && email == null) {
      return "nobody";
    }
    if (email == null) {
      return id + " without email";
    }
    return Directory.emailOf(id).equals(email) ? id : id + " with " + email;
  }

  /** How many times it was given a user. */
  synchronized int users() {
    return users;
  }

  @Override
  public synchronized void end() {
    ended = true;
  }

  @Override
  public void end(long timestamp, TimeUnit unit) {
    end();
  }

  @Override
  public synchronized boolean isRecording() {
    return !ended;
  }

  @Override
  public SpanContext getSpanContext() {
    return SpanContext.getInvalid();
  }

  @Override
  public Span addEvent(String name, Attributes attributes) {
    return this;
  }

  @Override
  public Span addEvent(String name, Attributes attributes, long timestamp, TimeUnit unit) {
    return this;
  }

  @Override
  public Span setStatus(StatusCode statusCode, String description) {
    return this;
  }

  @Override
  public Span recordException(Throwable exception, Attributes additionalAttributes) {
    return this;
  }

  @Override
  public Span updateName(String name) {
    return this;
  }
}
