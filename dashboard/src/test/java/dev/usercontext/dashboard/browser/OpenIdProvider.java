package dev.usercontext.dashboard.browser;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A small OpenID provider: it asks nobody for a password, and hands out codes for the answer that
 * is set. It checks what a provider checks of its client: redirect, secret, PKCE, each code once.
 */
final class OpenIdProvider implements AutoCloseable {
  static final String CLIENT = "dashboard";
  static final String SECRET = "provider-secret";

  private final HttpServer server;
  private final Map<String, Map<String, List<String>>> codes = new ConcurrentHashMap<>();
  private volatile RSAKey key = key();
  private volatile RSAKey signer = key;
  private volatile UnaryOperator<String> redirect = address -> address;
  private volatile Consumer<JWTClaimsSet.Builder> claims = builder -> {};
  private volatile String refusal = "";

  OpenIdProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", this::configuration);
    server.createContext("/keys", this::keys);
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext("/end", exchange -> answer(exchange, 200, "text/html", "<p>goodbye</p>"));
    server.start();
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What is done to the ID tokens from now on; all else is as it should be. */
  void says(Consumer<JWTClaimsSet.Builder> change) {
    claims = change;
    redirect = address -> address;
    signer = key;
    refusal = "";
  }

  /** A person with these roles. */
  void knows(String name, String... roles) {
    says(claims -> claims.claim("preferred_username", name).claim("roles", List.of(roles)));
  }

  /** Where browsers are sent back to, instead. */
  void sendsBackTo(UnaryOperator<String> change) {
    redirect = change;
  }

  /** Says no from now on. */
  void refuses(String error) {
    refusal = error;
  }

  /** Signs with a key that is not the one of that name. */
  void forges() throws JOSEException {
    signer = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
  }

  /** Another key from now on. */
  void rotates() {
    key = key();
    signer = key;
  }

  private void configuration(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        "application/json",
        """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize",
         "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
         "end_session_endpoint": "%1$s/end", "response_types_supported": ["code"],
         "subject_types_supported": ["public"],
         "id_token_signing_alg_values_supported": ["RS256"]}
        """
            .formatted(issuer()));
  }

  private void keys(HttpExchange exchange) throws IOException {
    answer(exchange, 200, "application/json", new JWKSet(key).toPublicJWKSet().toString());
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, List<String>> asked =
        URLUtils.parseParameters(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    String answer =
        asked.get("redirect_uri").get(0)
            + "?state="
            + URLEncoder.encode(asked.get("state").get(0), StandardCharsets.UTF_8)
            + (refusal.isEmpty() ? "&code=" + code : "&error=" + refusal);
    exchange.getResponseHeaders().set("Location", redirect.apply(answer));
    answer(exchange, 302, "text/plain", "");
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, List<String>> given =
        URLUtils.parseParameters(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, List<String>> asked = codes.remove(given.get("code").get(0));
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((CLIENT + ':' + SECRET).getBytes(StandardCharsets.UTF_8));
    if (asked == null
        || !basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
        || !asked.get("redirect_uri").equals(given.get("redirect_uri"))
        || !asked.get("code_challenge_method").equals(List.of("S256"))
        || !CodeChallenge.compute(
                CodeChallengeMethod.S256, new CodeVerifier(given.get("code_verifier").get(0)))
            .getValue()
            .equals(asked.get("code_challenge").get(0))) {
      answer(exchange, 400, "application/json", "{\"error\": \"invalid_grant\"}");
      return;
    }
    answer(
        exchange,
        200,
        "application/json",
        "{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"id_token\": \""
            + idToken(asked.get("nonce").get(0))
            + "\"}");
  }

  private String idToken(String nonce) {
    JWTClaimsSet.Builder builder = token().claim("nonce", nonce);
    claims.accept(builder);
    return signed(builder, JOSEObjectType.JWT);
  }

  /** A token that a program gets for itself, with these roles; all else as it should be. */
  String accessToken(Consumer<JWTClaimsSet.Builder> change, String... roles) {
    JWTClaimsSet.Builder builder =
        token().claim("client_id", "nightly-report").claim("roles", List.of(roles));
    change.accept(builder);
    return signed(builder, new JOSEObjectType("at+jwt"));
  }

  /** Its public key, as anybody may read it. */
  RSAKey publicKey() {
    return key.toPublicJWK();
  }

  private JWTClaimsSet.Builder token() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .subject("subject-1")
        .audience(CLIENT)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)));
  }

  private String signed(JWTClaimsSet.Builder builder, JOSEObjectType type) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signer.getKeyID()).type(type).build(),
              builder.build());
      token.sign(new RSASSASigner(signer));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
