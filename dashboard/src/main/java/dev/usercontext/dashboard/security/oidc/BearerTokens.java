package dev.usercontext.dashboard.security.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import dev.usercontext.dashboard.security.Access;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that programs send, as {@code Authorization: Bearer …}: access tokens of the provider
 * that are JWTs, for this dashboard. For all threads.
 */
@Singleton
public class BearerTokens {
  private static final String SCHEME = "Bearer ";

  /** RFC 9068's, and what providers write that are older than it; a logout token has its own. */
  private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
      new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null);

  @Inject OidcSettings settings;
  @Inject OidcProvider provider;
  @Inject OidcRoles roles;

  /**
   * The token of an {@code Authorization} header; empty if it has none, or there is no provider.
   */
  public Optional<String> of(@Nullable String header) {
    return settings.enabled()
            && header != null
            && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }

  /** Who sends that token. Waits for the provider, if it has to be asked. */
  public Access access(String token) throws OidcException {
    Map<String, Object> claims = claims(token);
    String name = roles.name(claims);
    return roles
        .role(claims)
        .map(role -> new Access(name, role, null))
        .orElseThrow(() -> OidcException.nobody(name, settings.rolesClaim()));
  }

  private Map<String, Object> claims(String token) throws OidcException {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      // First what needs no keys: whoever sends anything does not make us ask the provider.
      claims(settings).verify(jwt.getJWTClaimsSet(), null);
      return provider.known().bearer().process(jwt, null).getClaims();
    } catch (ParseException | IllegalArgumentException e) {
      throw OidcException.wrongToken("it is no signed JWT");
    } catch (BadJOSEException e) {
      throw OidcException.wrongToken(String.valueOf(e.getMessage()));
    } catch (JOSEException e) {
      throw OidcException.unreachable(e);
    }
  }

  /** Checks signature, type, issuer, audience and times. */
  static JWTProcessor<SecurityContext> processor(
      JWSKeySelector<SecurityContext> keys, OidcSettings settings) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(TYPES);
    processor.setJWSKeySelector(keys);
    processor.setJWTClaimsSetVerifier(claims(settings));
    return processor;
  }

  private static DefaultJWTClaimsVerifier<SecurityContext> claims(OidcSettings settings) {
    return new DefaultJWTClaimsVerifier<>(
        settings.audience(),
        new JWTClaimsSet.Builder().issuer(settings.issuer().getValue()).build(),
        Set.of("exp"),
        null);
  }
}
