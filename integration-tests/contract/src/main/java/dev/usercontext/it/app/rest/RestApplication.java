package dev.usercontext.it.app.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** JAX-RS is below {@code /rest}. */
@ApplicationPath("/rest")
public class RestApplication extends Application {}
