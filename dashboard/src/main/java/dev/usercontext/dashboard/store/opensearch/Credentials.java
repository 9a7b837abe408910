package dev.usercontext.dashboard.store.opensearch;

import dev.usercontext.dashboard.store.StoreException;
import dev.usercontext.dashboard.store.StoreException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Who we are for the cluster, and whom we trust. */
final class Credentials {
  private Credentials() {}

  /** The header; null for none. */
  static @Nullable String authorization(OpenSearchSettings settings) {
    if (settings.apiKey() != null) {
      return "ApiKey " + settings.apiKey();
    }
    if (settings.username() == null) {
      return null;
    }
    String both =
        settings.username() + ":" + (settings.password() == null ? "" : settings.password());
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  /** Trusts the certificates of a PEM file, and no others. */
  static SSLContext trusting(Path certificates) {
    try (InputStream pem = Files.newInputStream(certificates)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("trusted-" + number++, each);
      }
      if (number == 0) {
        throw new CertificateException("none");
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException e) {
      throw unusable(certificates, "can't be read (" + e.getClass().getSimpleName() + ")", e);
    } catch (GeneralSecurityException e) {
      throw unusable(certificates, "holds no certificates in PEM", e);
    }
  }

  /** With the whole path: a relative one is of the folder in which the dashboard was started. */
  private static StoreException unusable(Path certificates, String why, Exception cause) {
    return new StoreException(
        Code.UCD009,
        "dashboard.opensearch.trust: " + certificates.toAbsolutePath() + " " + why + ".",
        cause);
  }
}
