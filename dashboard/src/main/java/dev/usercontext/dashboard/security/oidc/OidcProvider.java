package dev.usercontext.dashboard.security.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
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

  /** What it said, and who reads its ID tokens. */
  record Known(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant until) {}

  @Inject
  OidcProvider(OidcSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  synchronized Known known() throws OidcException {
    Known now = known;
    if (now == null || now.until().isBefore(clock.instant())) {
      now = ask(now);
      known = now;
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
          clock.instant().plus(KNOWN_FOR));
    } catch (GeneralException | IOException | IllegalArgumentException e) {
      throw OidcException.unreachable(e);
    }
  }

  /** Keys are kept five minutes, and asked for again where a token names one that is unknown. */
  private static IDTokenValidator validator(OIDCProviderMetadata metadata, ClientID client)
      throws IOException {
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.create(
                metadata.getJWKSetURI().toURL(),
                new DefaultResourceRetriever(MILLIS, MILLIS, LARGEST))
            .refreshAheadCache(false)
            .retrying(true)
            .build();
    Set<JWSAlgorithm> algorithms = new HashSet<>(ALGORITHMS);
    List<JWSAlgorithm> offered = metadata.getIDTokenJWSAlgs();
    if (offered != null) {
      algorithms.retainAll(offered);
    }
    return new IDTokenValidator(
        metadata.getIssuer(), client, new JWSVerificationKeySelector<>(algorithms, keys), null);
  }
}
