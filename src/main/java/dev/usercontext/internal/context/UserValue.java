package dev.usercontext.internal.context;

import dev.usercontext.UserContext;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import dev.usercontext.internal.vocabulary.UserAttributes;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The immutable user. */
public final class UserValue extends ScopedUser implements Carried {

  private final String userId;
  private final @Nullable String email;
  private final Map<String, Object> attrs;

  /** Rendered once, since every span of a request writes the same; racing writers write equals. */
  private volatile @Nullable UserAttributes rendered;

  UserValue(String userId, @Nullable String email, Map<String, Object> attrs) {
    this.userId = userId;
    this.email = email;
    this.attrs = attrs;
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
    UserAttributes attributes = rendered;
    if (attributes == null || !attributes.isBy(renderer)) {
      attributes = renderer.render(this);
      rendered = attributes;
    }
    return attributes;
  }

  @Override
  public String userId() {
    return userId;
  }

  @Override
  public Optional<String> email() {
    return Optional.ofNullable(email);
  }

  @Override
  public Map<String, Object> attrs() {
    return attrs;
  }

  @Override
  public boolean isPresent() {
    return true;
  }

  @Override
  public Builder toBuilder() {
    UserContextBuilder builder = new UserContextBuilder(userId);
    if (email != null) {
      builder.email(email);
    }
    return builder.attrs(attrs);
  }

  @Override
  public Context storeInContext(Context context) {
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
        && userId.equals(that.userId)
        && email().equals(that.email())
        && attrs.equals(that.attrs);
  }

  @Override
  public int hashCode() {
    return userId.hashCode();
  }

  @Override
  public String toString() {
    return "UserContext{" + userId + "}";
  }
}
