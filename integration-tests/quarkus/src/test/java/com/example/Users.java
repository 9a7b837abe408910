// docs: users of getting started
package com.example;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Everybody whose password is the name and "-secret". */
@ApplicationScoped
public class Users implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

  @Override
  public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
    return UsernamePasswordAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
    String name = request.getUsername();
    if (!(name + "-secret").equals(new String(request.getPassword().getPassword()))) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    QuarkusPrincipal principal = new QuarkusPrincipal(name);
    return Uni.createFrom().item(QuarkusSecurityIdentity.builder().setPrincipal(principal).build());
  }
}
// docs: end
