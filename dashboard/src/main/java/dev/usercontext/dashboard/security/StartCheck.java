package dev.usercontext.dashboard.security;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Refuses to start where anybody could read everything. */
@ApplicationScoped
public class StartCheck {
  private static final Logger LOG = Logger.getLogger(StartCheck.class);

  void check(
      @Observes StartupEvent start,
      Credentials credentials,
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "quarkus.http.ssl.certificate.files") Optional<String> certificate,
      @ConfigProperty(name = "quarkus.http.tls-configuration-name") Optional<String> tls) {
    if (loopback(host)) {
      return;
    }
    if (!credentials.required()) {
      throw new IllegalStateException(
          "UCD102: quarkus.http.host is "
              + host
              + ", which others can reach. Set dashboard.security.admin-password (and"
              + " dashboard.security.viewer-password) or dashboard.oidc.issuer, or listen on"
              + " 127.0.0.1.");
    }
    if (certificate.isEmpty() && tls.isEmpty()) {
      LOG.warnf(
          "UCD103: %s is served without TLS: passwords and spans can be read on the way. Set"
              + " quarkus.http.ssl.certificate.files and .key-files, or put a proxy with TLS"
              + " before it.",
          host);
    }
  }

  static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
