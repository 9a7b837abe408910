package dev.usercontext.internal.quarkus;

import dev.usercontext.internal.config.ApplicationConfig;
import dev.usercontext.internal.current.ResolverLookup;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.request.UserResolution;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Keeps the user of the handshake for the callbacks of its WebSocket, which run in a trace and in a
 * context of their own. It refuses nobody, and has nobody authenticated who is not yet.
 */
@Singleton
public class WebSocketHandshake implements HttpUpgradeCheck {

  static final TypedKey<RequestUser> USER = new TypedKey<>("dev.usercontext");

  private final ApplicationConfig config;
  private final UserResolution resolution;

  @Inject
  public WebSocketHandshake(ApplicationConfig config) {
    this.config = config;
    this.resolution = ResolverLookup.requestResolution(config.values());
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext handshake) {
    EarlyUser early = VertxRequest.early();
    if (config.isEnabled() && early != null) {
      RequestUser user = new RequestUser(early.identity(), resolution);
      user.willBeTold();
      user.enter();
      user.leave();
      handshake.userData().put(USER, user);
    }
    return CheckResult.permitUpgrade();
  }
}
