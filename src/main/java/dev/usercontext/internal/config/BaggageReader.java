package dev.usercontext.internal.config;

import dev.usercontext.internal.baggage.BaggageHosts;
import java.util.List;
import java.util.Optional;

/** Reads what is told to other services, and believed of them. */
final class BaggageReader {

  private static final String ID = "id";
  private static final String NONE = "none";

  private final ConfigReader reader;

  BaggageReader(ConfigReader reader) {
    this.reader = reader;
  }

  BaggageConfig read() {
    String send = reader.text(ConfigKey.BAGGAGE_SEND);
    if (!List.of(ID, NONE).contains(send)) {
      reader.invalid(ConfigKey.BAGGAGE_SEND, send, "must be id or none");
    }
    String key = reader.text(ConfigKey.BAGGAGE_USER_ID);
    if (!BaggageConfig.isKey(key)) {
      reader.invalid(ConfigKey.BAGGAGE_USER_ID, key, "must be a token of RFC 7230");
    }
    boolean trust = reader.bool(ConfigKey.BAGGAGE_TRUST);
    return new BaggageConfig(send.equals(ID), hosts(send), trust, key);
  }

  private BaggageHosts hosts(String send) {
    String names = reader.text(ConfigKey.BAGGAGE_HOSTS);
    if (names.isEmpty() && send.equals(ID)) {
      reader.invalid(
          ConfigKey.BAGGAGE_HOSTS,
          names,
          "must name the hosts that may know the user, or * for all");
    }
    Optional<BaggageHosts> hosts = BaggageHosts.parse(names);
    if (hosts.isEmpty()) {
      reader.invalid(ConfigKey.BAGGAGE_HOSTS, names, "must be names of hosts, *.example.com, or *");
    }
    return hosts.orElse(BaggageHosts.NONE);
  }
}
