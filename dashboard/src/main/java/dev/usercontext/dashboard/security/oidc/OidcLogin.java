package dev.usercontext.dashboard.security.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The authorization code flow, with PKCE, state and nonce. */
@Singleton
class OidcLogin {
  static final String CALLBACK = "/login/oidc/callback";

  @Inject OidcSettings settings;
  @Inject OidcProvider provider;

  /**
   * Where the browser goes for a login.
   *
   * @param asked the dashboard, as the browser knows it
   */
  URI begin(LoginAttempt attempt, URI asked) throws OidcException {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            settings.scope(),
            settings.clientId(),
            settings.address(asked, CALLBACK))
        .endpointURI(provider.known().metadata().getAuthorizationEndpointURI())
        .state(attempt.state())
        .nonce(attempt.nonce())
        .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /**
   * The claims of who comes back from there.
   *
   * @param answer the address that the browser was sent to
   */
  Map<String, Object> finish(LoginAttempt attempt, URI answer) throws OidcException {
    AuthorizationCode code = code(attempt, answer);
    OidcProvider.Known known = provider.known();
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(code, settings.address(answer, CALLBACK), attempt.verifier());
    URI endpoint = known.metadata().getTokenEndpointURI();
    ClientAuthentication authentication = settings.authentication(known.metadata());
    TokenRequest request =
        authentication == null
            ? new TokenRequest.Builder(endpoint, settings.clientId(), grant).build()
            : new TokenRequest.Builder(endpoint, authentication, grant).build();
    OIDCTokenResponse tokens = tokens(request);
    try {
      IDTokenClaimsSet claims =
          known.validator().validate(tokens.getOIDCTokens().getIDToken(), attempt.nonce());
      return claims.toJSONObject();
    } catch (BadJOSEException | JOSEException | NullPointerException e) {
      throw OidcException.invalid(e);
    }
  }

  private AuthorizationCode code(LoginAttempt attempt, URI answer) throws OidcException {
    AuthenticationResponse response;
    try {
      response = AuthenticationResponseParser.parse(answer);
    } catch (ParseException e) {
      throw OidcException.unknown("no answer of a provider: " + e.getMessage());
    }
    if (!attempt.state().equals(response.getState())) {
      throw OidcException.unknown("another state");
    }
    Issuer issuer = response.getIssuer();
    if (issuer != null && !issuer.equals(settings.issuer())) {
      throw OidcException.unknown("the answer of another provider: " + issuer);
    }
    if (!response.indicatesSuccess()) {
      throw OidcException.refused(
          String.valueOf(response.toErrorResponse().getErrorObject().getCode()));
    }
    AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
    if (code == null) {
      throw OidcException.unknown("an answer without a code");
    }
    return code;
  }

  private static OIDCTokenResponse tokens(TokenRequest request) throws OidcException {
    try {
      HTTPRequest http = request.toHTTPRequest();
      http.setConnectTimeout(OidcProvider.MILLIS);
      http.setReadTimeout(OidcProvider.MILLIS);
      http.setFollowRedirects(false);
      TokenResponse response = OIDCTokenResponseParser.parse(http.send());
      if (response.indicatesSuccess()) {
        return (OIDCTokenResponse) response.toSuccessResponse();
      }
      throw OidcException.refused(
          String.valueOf(response.toErrorResponse().getErrorObject().getCode()));
    } catch (IOException | ParseException e) {
      throw OidcException.unreachable(e);
    }
  }

  /** Where the browser goes to be logged out by the provider too, if it can do that. */
  Optional<URI> logout(URI asked) throws OidcException {
    return Optional.ofNullable(provider.known().metadata().getEndSessionEndpointURI())
        .map(
            end ->
                new LogoutRequest(
                        end,
                        null,
                        null,
                        settings.clientId(),
                        settings.address(asked, "/login"),
                        null,
                        null)
                    .toURI());
  }
}
