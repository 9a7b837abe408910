package dev.usercontext.internal.log;

import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.vocabulary.AttributeRenderer;
import org.jspecify.annotations.Nullable;

/** Under which names a user is in an MDC, whatever the vocabularies. */
enum MdcKey {
  USER_ID("user_id") {
    @Override
    String valueFor(UserValue user, AttributeRenderer renderer) {
      return user.attributes(renderer).outgoing().id();
    }
  },
  USER_EMAIL("user_email") {
    @Override
    @Nullable String valueFor(UserValue user, AttributeRenderer renderer) {
      return user.attributes(renderer).outgoing().email();
    }
  };

  private final String key;

  MdcKey(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  /** What may be told of the user; null for nothing. */
  abstract @Nullable String valueFor(UserValue user, AttributeRenderer renderer);

  static @Nullable MdcKey of(String key) {
    for (MdcKey candidate : values()) {
      if (candidate.key.equals(key)) {
        return candidate;
      }
    }
    return null;
  }
}
