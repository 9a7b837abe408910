package dev.usercontext.it.app.async;

import java.util.concurrent.Executor;

/** The executor that the runtime manages for its applications. */
public interface Background extends Executor {}
