package dev.usercontext.internal.jaxrs;

import dev.usercontext.testkit.Duck;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;

/** A Jakarta REST request, as its filters see it. */
public final class FakeRestRequest {

  private final Map<String, Object> properties = new HashMap<>();
  private final ContainerRequestContext request = Duck.as(ContainerRequestContext.class, this);
  private FakeSecurity security = new FakeSecurity();

  static FakeRestRequest of(String user) {
    FakeRestRequest fake = new FakeRestRequest();
    fake.serve(user);
    return fake;
  }

  static FakeRestRequest ofNobody() {
    return new FakeRestRequest();
  }

  static FakeRestRequest withoutSecurity() {
    FakeRestRequest fake = new FakeRestRequest();
    fake.security = null;
    return fake;
  }

  ContainerRequestContext request() {
    return request;
  }

  /** As a filter of the application does: with a security context of its own. */
  void authenticateAs(String user) {
    security = new FakeSecurity();
    serve(user);
  }

  /** As a server does that uses its objects for the next request. */
  void serve(String user) {
    security.principal = () -> user;
  }

  public Object getProperty(String name) {
    return properties.get(name);
  }

  public void setProperty(String name, Object value) {
    properties.put(name, value);
  }

  public SecurityContext getSecurityContext() {
    return security == null ? null : security.context;
  }

  /** What a security context says. */
  public static final class FakeSecurity {
    private final SecurityContext context = Duck.as(SecurityContext.class, this);
    private Principal principal;

    public Principal getUserPrincipal() {
      return principal;
    }

    public boolean isUserInRole(String role) {
      return role.equals("admin");
    }
  }
}
