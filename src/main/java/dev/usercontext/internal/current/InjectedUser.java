package dev.usercontext.internal.current;

import dev.usercontext.NoUserException;
import dev.usercontext.UserContext;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.context.ScopedUser;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.diagnostics.Message;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.Optional;

/** What stands behind {@code @Inject UserContext}: says at each call who is in effect then. */
public final class InjectedUser extends ScopedUser {

  @Override
  public String userId() {
    return required().userId();
  }

  @Override
  public Optional<String> email() {
    return inEffect().flatMap(UserContext::email);
  }

  @Override
  public Map<String, Object> attrs() {
    return inEffect().map(UserContext::attrs).orElse(Map.of());
  }

  @Override
  public Optional<String> actorId() {
    return inEffect().flatMap(UserContext::actorId);
  }

  @Override
  public UserContext actingFor(UserContext subject) {
    return required().actingFor(subject);
  }

  @Override
  public boolean isPresent() {
    return inEffect().isPresent();
  }

  @Override
  public Builder toBuilder() {
    return required().toBuilder();
  }

  @Override
  public Context storeInContext(Context context) {
    return context.with(Carried.KEY, carried());
  }

  @Override
  protected Carried carried() {
    return inEffect().<Carried>map(UserValue::of).orElse(Carried.NOBODY);
  }

  @Override
  public String toString() {
    return inEffect().map(UserContext::toString).orElse("UserContext{nobody}");
  }

  private UserContext required() {
    return inEffect().orElseThrow(() -> new NoUserException(Message.NO_USER_TO_ASK.text()));
  }

  private static Optional<UserContext> inEffect() {
    return CurrentUser.get();
  }
}
