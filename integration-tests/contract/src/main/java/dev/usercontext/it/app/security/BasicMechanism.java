package dev.usercontext.it.app.security;

import dev.usercontext.it.app.store.AppIdentityStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;

/** Jakarta Security's own BASIC, with the {@link AppIdentityStore}. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "application")
public class BasicMechanism {}
