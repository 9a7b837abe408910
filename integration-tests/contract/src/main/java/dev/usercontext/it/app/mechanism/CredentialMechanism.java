package dev.usercontext.it.app.mechanism;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Authenticates who the application asks it to, in mid-request, and nobody else. */
@ApplicationScoped
public class CredentialMechanism implements HttpAuthenticationMechanism {

  @Inject IdentityStoreHandler stores;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    return context.isAuthenticationRequest()
        ? context.notifyContainerAboutLogin(
            stores.validate(context.getAuthParameters().getCredential()))
        : context.doNothing();
  }
}
