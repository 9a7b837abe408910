package dev.usercontext.internal.quarkus;

import dev.usercontext.internal.config.ApplicationConfig;
import dev.usercontext.internal.request.RequestUser;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the user of the handshake for the callbacks of its WebSocket, which run in a trace and in a
 * context of their own. It refuses nobody, and has nobody authenticated who is not yet.
 */
@Singleton
public class WebSocketHandshake implements HttpUpgradeCheck {

  static final TypedKey<WebSocketUser> USER = new TypedKey<>("dev.usercontext");

  private final ApplicationConfig config;
  private final Instance<CurrentIdentityAssociation> identities;

  @Inject
  public WebSocketHandshake(
      ApplicationConfig config, Instance<CurrentIdentityAssociation> identities) {
    this.config = config;
    this.identities = identities;
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext handshake) {
    EarlyUser early = VertxRequest.early(io.opentelemetry.context.Context.current());
    Context context = Vertx.currentContext();
    if (!config.isEnabled() || early == null || context == null) {
      return CheckResult.permitUpgrade();
    }
    RequestUser user = early.user();
    user.leave();
    handshake.userData().put(USER, WebSocketUser.of(early));
    return user.mayBlock() ? onceAsked(user, handshake, context) : CheckResult.permitUpgrade();
  }

  /** Callbacks may run on the event loop, where no resolver can be asked any more. */
  private Uni<CheckResult> onceAsked(
      RequestUser user, HttpUpgradeContext handshake, Context context) {
    Uni<SecurityIdentity> caller = handshake.securityIdentity();
    return Uni.createFrom()
        .emitter(
            emitter ->
                WorkerThread.run(
                    context,
                    () -> ask(user, caller),
                    () -> emitter.complete(CheckResult.permitUpgradeSync())));
  }

  /** A handshake has no request scope of its own: resolvers get one, with who is logged in. */
  @ActivateRequestContext
  protected void ask(RequestUser user, @Nullable Uni<SecurityIdentity> caller) {
    if (caller != null && identities.isResolvable()) {
      identities.get().setIdentity(caller);
    }
    user.enter();
    try {
      user.user();
    } finally {
      user.leave();
    }
  }
}
