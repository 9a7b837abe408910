package dev.usercontext.it.app.rest;

/** A sentinel has passed: the answers before it have reached their callers. */
public record Passed(String id) {}
