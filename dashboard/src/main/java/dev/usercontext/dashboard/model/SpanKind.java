package dev.usercontext.dashboard.model;

/** OTLP's kinds of span, in OTLP's order: the ordinal is the number on the wire. */
public enum SpanKind {
  UNSPECIFIED,
  INTERNAL,
  SERVER,
  CLIENT,
  PRODUCER,
  CONSUMER
}
