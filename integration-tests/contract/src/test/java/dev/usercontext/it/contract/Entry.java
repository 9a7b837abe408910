package dev.usercontext.it.contract;

/** How a request gets into the application. What server spans there are depends on it. */
public enum Entry {
  JAX_RS,
  SERVLET,
  FILE,
  WEB_SOCKET,
  /** It does not: the container answers. */
  CONTAINER
}
