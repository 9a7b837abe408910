package dev.usercontext.testkit;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An HTTP request to a server where everybody's password is "secret". */
public final class FakeRequest {

  private final Map<String, Object> attributes = new HashMap<>();
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final HttpServletRequest request = Duck.as(HttpServletRequest.class, this);
  private Principal principal;
  private AsyncContext asyncContext;
  private boolean asyncStarted;
  private int questions;

  public static FakeRequest of(String user) {
    FakeRequest fake = new FakeRequest();
    fake.authenticateAs(user);
    return fake;
  }

  public static FakeRequest ofNobody() {
    return new FakeRequest();
  }

  public HttpServletRequest request() {
    return request;
  }

  /** The server has noticed who it is, in whatever way. */
  public void authenticateAs(String user) {
    authenticateAs(() -> user);
  }

  /** As {@link #authenticateAs(String)}, by a login module of its own. */
  public void authenticateAs(Principal caller) {
    principal = caller;
  }

  /** What the server gives to an application that goes on asynchronously. */
  public FakeRequest async(AsyncContext context) {
    asyncContext = context;
    return this;
  }

  public AsyncContext startAsync() {
    asyncStarted = true;
    return asyncContext;
  }

  public AsyncContext getAsyncContext() {
    return asyncContext;
  }

  public void startAsync(boolean started) {
    asyncStarted = started;
  }

  /** How often anybody asked for the principal. */
  public int questions() {
    return questions;
  }

  public Object getAttribute(String name) {
    return attributes.get(name);
  }

  public void setAttribute(String name, Object value) {
    attributes.put(name, value);
  }

  /** Sends a header, beside others of the same name. */
  public FakeRequest header(String name, String value) {
    headers.computeIfAbsent(name, unknown -> new ArrayList<>()).add(value);
    return this;
  }

  public Enumeration<String> getHeaders(String name) {
    return Collections.enumeration(headers.getOrDefault(name, List.of()));
  }

  public Principal getUserPrincipal() {
    questions++;
    return principal;
  }

  public boolean isUserInRole(String role) {
    return principal != null && role.equals("admin");
  }

  public boolean isAsyncStarted() {
    return asyncStarted;
  }

  public void login(String user, String password) throws ServletException {
    if (!password.equals("secret")) {
      throw new ServletException("wrong password");
    }
    authenticateAs(user);
  }

  public void logout() {
    principal = null;
  }

  public boolean authenticate(HttpServletResponse response) {
    authenticateAs("carol");
    return true;
  }
}
