package dev.usercontext.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.usercontext.internal.baggage.BaggageHosts;
import dev.usercontext.internal.baggage.ReceivedBaggage;
import dev.usercontext.internal.claims.IdentityRules;
import dev.usercontext.internal.config.BaggageConfig;
import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.privacy.OutgoingUser;
import dev.usercontext.internal.request.IdentitySource;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.request.UserResolution;
import java.security.Principal;
import java.util.List;

/** A request whose caller has any name, and any baggage. */
public final class RequestTarget {

  private static final UserResolution RESOLUTION =
      new UserResolution(
          List.of(),
          IdentityRules.DEFAULT,
          ReceivedBaggage.by(new BaggageConfig(false, BaggageHosts.NONE, true, "user.id")));
  private static final UserContextConfig CONFIG = UserContextConfig.load();

  private RequestTarget() {}

  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    boolean known = data.consumeBoolean();
    String baggage = data.consumeString(100);
    String name = data.consumeRemainingAsString();
    RequestUser request = new RequestUser(new Fuzzed(known ? name : null, baggage), RESOLUTION);
    request.enter();
    UserValue user = request.user();
    request.leave();
    request.end();
    if (user == null) {
      return;
    }
    boolean somebody = known && !name.isBlank() && !name.equals("anonymous");
    if (somebody && !user.userId().equals(name)) {
      throw new IllegalStateException(name + " was taken for " + user.userId());
    }
    OutgoingUser told = user.attributes(CONFIG.renderer()).outgoing();
    if (told.id().isEmpty() || told.id().chars().anyMatch(c -> c == '\r' || c == '\n')) {
      throw new IllegalStateException("told as " + told.id());
    }
  }

  private record Fuzzed(String name, String baggage) implements IdentitySource {
    @Override
    public Principal principal() {
      return name == null ? null : () -> name;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
      return null;
    }

    @Override
    public List<String> headers(String header) {
      return List.of(baggage);
    }
  }
}
