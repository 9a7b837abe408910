package dev.usercontext.dashboard.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.usercontext.dashboard.store.StoreException;
import dev.usercontext.dashboard.store.StoreException.Code;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Asks the cluster, and says what is wrong when it does not answer. Any thread. */
final class Cluster implements AutoCloseable {
  /** For what reads or writes whole indices. */
  private static final Duration LONG = Duration.ofMinutes(30);

  private static final String HEALTH = "/_cluster/health/";

  /** Of a health that was waited for, with what it is instead; of a gateway before any other. */
  private static final int TIMED_OUT = 408;

  private static final String SEARCH =
      "/_search?ignore_unavailable=true&allow_no_indices=true&allow_partial_search_results=false";

  private final OpenSearchSettings settings;
  private final Hosts hosts;
  private volatile boolean closed;

  Cluster(OpenSearchSettings settings) {
    this.settings = settings;
    this.hosts = new Hosts(settings);
  }

  JsonNode get(String path) {
    return answer("GET", path, null, settings.timeout());
  }

  JsonNode post(String path, @Nullable Object body) {
    return answer("POST", path, body == null ? null : Json.write(body), settings.timeout());
  }

  /** May take long. */
  JsonNode postPatiently(String path, @Nullable Object body) {
    return answer("POST", path, body == null ? null : Json.write(body), LONG);
  }

  JsonNode put(String path, Object body) {
    return there(answer("PUT", path, Json.write(body), settings.timeout()));
  }

  /** What is not there is as good as deleted. */
  void delete(String path, @Nullable Object body) {
    answer("DELETE", path, body == null ? null : Json.write(body), settings.timeout());
  }

  /**
   * Waits until all copies of these indices are there.
   *
   * @return green, or what they are after that time: yellow or red
   */
  String awaitGreen(List<String> indices, Duration patience) {
    String path =
        HEALTH
            + "%s?wait_for_status=green&timeout=%ds"
                .formatted(String.join(",", indices), patience.toSeconds());
    Duration timeout = settings.timeout().plus(patience);
    return answer("GET", path, null, timeout).path("status").asText();
  }

  /** Lines of JSON. */
  JsonNode bulk(String lines) {
    return there(answer("POST", "/_bulk", lines, settings.timeout()));
  }

  /** All shards, or an error: never the half of an answer. */
  JsonNode search(String indices, Object body) {
    return there(answer("POST", "/" + indices + SEARCH, Json.write(body), settings.timeout()));
  }

  /** Only a part of the answer, "aggregations.count". */
  JsonNode search(String indices, Object body, String part) {
    return there(
        answer(
            "POST",
            "/" + indices + SEARCH + "&filter_path=" + part,
            Json.write(body),
            settings.timeout()));
  }

  /** Of what OpenSearch never answers 404 to, but anything else at that address may. */
  private JsonNode there(JsonNode answer) {
    if (answer.isMissingNode()) {
      throw failed(
          "OpenSearch is not what answers at "
              + settings
              + " (404): check dashboard.opensearch.hosts");
    }
    return answer;
  }

  /** Missing, if the answer is 404. */
  private JsonNode answer(String method, String path, @Nullable String body, Duration timeout) {
    if (closed) {
      throw new StoreException(Code.UCD007, "The store is closed.");
    }
    try {
      HttpResponse<byte[]> response = hosts.send(method, path, body, timeout);
      int status = response.statusCode();
      if (status < 300 || (status == TIMED_OUT && path.startsWith(HEALTH))) {
        return Json.read(response.body());
      }
      if (status == 404) {
        return MissingNode.getInstance();
      }
      throw refused(status, new String(response.body(), StandardCharsets.UTF_8));
    } catch (SSLException e) {
      throw untrusted(e);
    } catch (IOException e) {
      throw new StoreException(
          Code.UCD006,
          "OpenSearch does not answer at "
              + settings
              + " ("
              + e
              + "). Try again. If it lasts, check dashboard.opensearch.hosts: name, port, and whether"
              + " it is https: or http:.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(Code.UCD007, "The store is closing.", e);
    }
  }

  /** What comes of it: a certificate that can't be believed, or no TLS at all. */
  private StoreException untrusted(SSLException why) {
    String check =
        isOfCertificate(why)
            ? "check dashboard.opensearch.trust, which has to hold the certificates of its"
                + " authority, and that its certificate is for the names in"
                + " dashboard.opensearch.hosts."
            : "check dashboard.opensearch.hosts: is it https: there, or http:?";
    return new StoreException(
        Code.UCD009,
        "OpenSearch at " + settings + " can't be trusted (" + why.getMessage() + "): " + check,
        why);
  }

  private static boolean isOfCertificate(@Nullable Throwable why) {
    return why != null && (why instanceof CertificateException || isOfCertificate(why.getCause()));
  }

  private StoreException refused(int status, String text) {
    if ((status == 401 || status == 403) && !isDiskFull(text)) {
      return new StoreException(
          Code.UCD009,
          "OpenSearch at "
              + settings
              + " refuses this user ("
              + status
              + "): check dashboard.opensearch.username and password, or api-key, and its rights.");
    }
    int reason = text.indexOf("\"reason\":\"");
    return failed(
        "OpenSearch answered " + status + ": " + shortened(text.substring(Math.max(0, reason))));
  }

  /** A failure of the cluster, from what it says. */
  static StoreException failed(String message) {
    return isDiskFull(message)
        ? new StoreException(Code.UCD004, "The disks of OpenSearch are full. " + message)
        : new StoreException(Code.UCD006, message + ". Try again.");
  }

  static String shortened(String text) {
    return text.length() > 500 ? text.substring(0, 500) : text;
  }

  private static boolean isDiskFull(String message) {
    return message.contains("flood-stage") || message.contains("read-only-allow-delete");
  }

  @Override
  public void close() {
    closed = true;
  }
}
