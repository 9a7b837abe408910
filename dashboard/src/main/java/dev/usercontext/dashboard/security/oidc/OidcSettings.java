package dev.usercontext.dashboard.security.oidc;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.usercontext.dashboard.security.RequestOrigin;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link OidcConfig}, checked at the start. */
@Singleton
public class OidcSettings {
  private final OidcConfig config;

  @Inject
  OidcSettings(OidcConfig config) {
    this.config = config;
  }

  void check(@Observes StartupEvent start) {
    config.issuer().ifPresent(this::check);
  }

  private void check(URI issuer) {
    if (config.clientId().isEmpty()) {
      throw new IllegalStateException(
          "UCD120: dashboard.oidc.issuer is set, so dashboard.oidc.client-id has to be.");
    }
    boolean local = RequestOrigin.local(issuer.getHost(), Set.of("localhost"));
    if (!"https".equals(issuer.getScheme()) && !("http".equals(issuer.getScheme()) && local)) {
      throw new IllegalStateException(
          "UCD120: dashboard.oidc.issuer is " + issuer + ", and has to be an https: address.");
    }
    if (!config.scopes().contains("openid")) {
      throw new IllegalStateException("UCD120: dashboard.oidc.scopes has to hold openid.");
    }
  }

  /** Whether people may log in with it. */
  public boolean enabled() {
    return config.issuer().isPresent();
  }

  Issuer issuer() {
    return new Issuer(config.issuer().orElseThrow());
  }

  ClientID clientId() {
    return new ClientID(config.clientId().orElseThrow());
  }

  /** Whom bearer tokens have to be for. */
  Set<String> audience() {
    return config.audience().orElseGet(() -> Set.of(clientId().getValue()));
  }

  Scope scope() {
    return new Scope(config.scopes().toArray(new String[0]));
  }

  String rolesClaim() {
    return config.rolesClaim();
  }

  /** How the dashboard says who it is, as the provider likes it; null for a public client. */
  @Nullable ClientAuthentication authentication(OIDCProviderMetadata provider) {
    return config
        .clientSecret()
        .map(secret -> authentication(provider, new Secret(secret)))
        .orElse(null);
  }

  private ClientAuthentication authentication(OIDCProviderMetadata provider, Secret secret) {
    List<ClientAuthenticationMethod> methods = provider.getTokenEndpointAuthMethods();
    return methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        ? new ClientSecretBasic(clientId(), secret)
        : new ClientSecretPost(clientId(), secret);
  }

  /** A path of ours, as the provider and the browser are told it. */
  URI address(URI asked, String path) {
    return config.publicUrl().orElse(asked).resolve(path);
  }
}
