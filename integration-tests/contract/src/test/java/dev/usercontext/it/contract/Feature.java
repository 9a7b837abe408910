package dev.usercontext.it.contract;

/** What a row needs of a runtime beyond JAX-RS and CDI. */
public enum Feature {
  SERVLET,
  EJB,
  /** The deployment authenticates BASIC users by the container's own user store. */
  PROGRAMMATIC_LOGIN
}
