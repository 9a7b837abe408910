package dev.usercontext.it.app.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/**
 * Users that only the application knows: anybody whose password is the name and {@code -secret}.
 */
@ApplicationScoped
public class AppIdentityStore implements IdentityStore {

  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    String name = credential.getCaller();
    return credential.compareTo(name, name + "-secret")
        ? new CredentialValidationResult(name, Set.of("user"))
        : CredentialValidationResult.INVALID_RESULT;
  }
}
