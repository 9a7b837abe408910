package dev.usercontext.dashboard.security.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.JWTProcessor;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the provider tells of itself. It is asked at the first login, not at the start: a dashboard
 * that takes spans does not wait for it. For all threads.
 */
@Singleton
class OidcProvider {
  static final int MILLIS = 5_000;

  private static final Duration KNOWN_FOR = Duration.ofHours(1);
  private static final int LARGEST = 1 << 20;

  /** Who does not answer is left alone: anybody may send a token, and each would wait for it. */
  private static final Duration SILENT_FOR = Duration.ofSeconds(2);

  /** Signed with a key that the provider alone has: neither {@code none} nor HS256. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final OidcSettings settings;
  private final Clock clock;
  private @Nullable Known known;
  private @Nullable OidcException failure;
  private Instant silentUntil = Instant.MIN;

  /** What it said, and who reads its ID tokens and the tokens of programs. */
  record Known(
      OIDCProviderMetadata metadata,
      IDTokenValidator validator,
      JWTProcessor<SecurityContext> bearer,
      Instant until) {}

  @Inject
  OidcProvider(OidcSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  synchronized Known known() throws OidcException {
    Known now = known;
    if (now == null || now.until().isBefore(clock.instant())) {
      if (failure != null && clock.instant().isBefore(silentUntil)) {
        throw failure;
      }
      try {
        now = ask(now);
        known = now;
        failure = null;
      } catch (OidcException e) {
        failure = e;
        silentUntil = clock.instant().plus(SILENT_FOR);
        throw e;
      }
    }
    return now;
  }

  private Known ask(@Nullable Known before) throws OidcException {
    try {
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(settings.issuer(), MILLIS, MILLIS);
      boolean same =
          before != null && metadata.getJWKSetURI().equals(before.metadata().getJWKSetURI());
      return new Known(
          metadata,
          same ? before.validator() : validator(metadata, settings.clientId()),
          same ? before.bearer() : BearerTokens.processor(keys(metadata), settings),
          clock.instant().plus(KNOWN_FOR));
    } catch (GeneralException | IOException | IllegalArgumentException e) {
      throw OidcException.unreachable(e);
    }
  }

  private static IDTokenValidator validator(OIDCProviderMetadata metadata, ClientID client)
      throws IOException {
    return new IDTokenValidator(
        metadata.getIssuer(), client, keys(metadata, metadata.getIDTokenJWSAlgs()), null);
  }

  /** Of access tokens: which algorithms they are signed with, a provider does not tell. */
  private static JWSKeySelector<SecurityContext> keys(OIDCProviderMetadata metadata)
      throws IOException {
    return keys(metadata, null);
  }

  /**
   * Keys are kept five minutes, and asked for again where a token names one that is unknown, but
   * not more than twice in half a minute. Logins and programs have their own, so that tokens which
   * anybody may make up keep nobody from logging in.
   */
  private static JWSKeySelector<SecurityContext> keys(
      OIDCProviderMetadata metadata, @Nullable List<JWSAlgorithm> offered) throws IOException {
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.create(
                metadata.getJWKSetURI().toURL(),
                new DefaultResourceRetriever(MILLIS, MILLIS, LARGEST))
            .refreshAheadCache(false)
            .retrying(true)
            .build();
    Set<JWSAlgorithm> algorithms = new HashSet<>(ALGORITHMS);
    if (offered != null) {
      algorithms.retainAll(offered);
    }
    return new JWSVerificationKeySelector<>(algorithms, keys);
  }
}
