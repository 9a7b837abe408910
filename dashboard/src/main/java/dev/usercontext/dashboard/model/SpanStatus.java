package dev.usercontext.dashboard.model;

/** OTLP's status of a span, in OTLP's order: the ordinal is the number on the wire. */
public enum SpanStatus {
  UNSET,
  OK,
  ERROR
}
