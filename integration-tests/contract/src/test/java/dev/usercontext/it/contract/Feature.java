package dev.usercontext.it.contract;

/** What a row needs of a runtime beyond JAX-RS and CDI. */
public enum Feature {
  SERVLET,
  EJB,
  /** Jakarta Concurrency. */
  CONCURRENCY,
  /** MicroProfile Context Propagation. */
  CONTEXT_PROPAGATION,
  /** MicroProfile Fault Tolerance. */
  FAULT_TOLERANCE,
  VIRTUAL_THREADS
}
