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
  private SecurityContext securityContext;

  static FakeRestRequest of(String user) {
    FakeRestRequest fake = ofNobody();
    fake.authenticateAs(user);
    return fake;
  }

  static FakeRestRequest ofNobody() {
    return new FakeRestRequest();
  }

  ContainerRequestContext request() {
    return request;
  }

  /** As a filter of the application does: with a security context of its own. */
  void authenticateAs(String user) {
    securityContext = Duck.as(SecurityContext.class, new FakeSecurity(user));
  }

  public Object getProperty(String name) {
    return properties.get(name);
  }

  public void setProperty(String name, Object value) {
    properties.put(name, value);
  }

  public SecurityContext getSecurityContext() {
    return securityContext;
  }

  /** What a security context says. */
  public record FakeSecurity(String user) {
    public Principal getUserPrincipal() {
      return user == null ? null : () -> user;
    }

    public boolean isUserInRole(String role) {
      return role.equals("admin");
    }
  }
}
