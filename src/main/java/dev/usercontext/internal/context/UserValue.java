package dev.usercontext.internal.context;

import dev.usercontext.UserContext;
import dev.usercontext.internal.diagnostics.PersonalData;
import dev.usercontext.internal.privacy.KnownUser;
import dev.usercontext.internal.privacy.Provenance;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import dev.usercontext.internal.vocabulary.UserAttributes;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The immutable user. */
public final class UserValue extends ScopedUser implements Carried {

  private final KnownUser known;

  /** Rendered once, since every span of a request writes the same; racing writers write equals. */
  private volatile @Nullable UserAttributes rendered;

  public UserValue(KnownUser known) {
    this.known = known;
  }

  /** Returns the value behind {@code user}, also where that is the injected bean. */
  public static UserValue of(UserContext user) {
    if (user instanceof UserValue value) {
      return value;
    }
    return (UserValue) user.toBuilder().build();
  }

  /** The attributes that a span of this user carries. */
  public UserAttributes attributes(AttributeRenderer renderer) {
    UserAttributes before = rendered;
    UserAttributes attributes = before == null ? null : before.by(renderer);
    if (attributes == null) {
      attributes = renderer.render(known);
    }
    if (attributes != before) {
      rendered = attributes;
    }
    return attributes;
  }

  /** The same user, told by somebody else. */
  public UserValue withSource(Provenance source) {
    return known.source() == source ? this : new UserValue(known.withSource(source));
  }

  @Override
  public String userId() {
    return known.id();
  }

  @Override
  public Optional<String> email() {
    return Optional.ofNullable(known.email());
  }

  @Override
  public Map<String, Object> attrs() {
    return known.attrs();
  }

  @Override
  public Optional<String> actorId() {
    return Optional.ofNullable(known.actorId());
  }

  @Override
  public UserContext actingFor(UserContext subject) {
    return subject.toBuilder().actor(known.id()).build();
  }

  @Override
  public boolean isPresent() {
    return true;
  }

  @Override
  public UserContextBuilder toBuilder() {
    return new UserContextBuilder(known);
  }

  @Override
  public Context storeInContext(Context context) {
    UserScope.override(Carried.in(context), this);
    return context.with(KEY, this);
  }

  @Override
  public UserValue user() {
    return this;
  }

  @Override
  protected Carried carried() {
    return this;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UserValue that
        && known.id().equals(that.known.id())
        && email().equals(that.email())
        && attrs().equals(that.attrs())
        && actorId().equals(that.actorId());
  }

  @Override
  public int hashCode() {
    return known.id().hashCode();
  }

  /**
   * The id, and where pseudonyms are configured, not even that: whoever logs this is no exporter.
   */
  @Override
  public String toString() {
    if (!PersonalData.isHidden()) {
      return "UserContext{" + known.id() + "}";
    }
    UserAttributes attributes = rendered;
    return "UserContext{" + (attributes == null ? "***" : attributes.outgoing().id()) + "}";
  }
}
