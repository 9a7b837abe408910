package dev.usercontext.dashboard.model;

import org.jspecify.annotations.Nullable;

/** The end user that a span was made for. */
public record SpanUser(String id, @Nullable String email) {}
