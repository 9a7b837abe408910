package dev.usercontext.internal.claims;

import dev.usercontext.internal.claims.ClaimSource.Kind;
import dev.usercontext.internal.context.UserContextBuilder;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.diagnostics.Counter;
import dev.usercontext.internal.diagnostics.Log;
import dev.usercontext.internal.diagnostics.Message;
import dev.usercontext.internal.privacy.Provenance;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a user of what is known of a caller, as the rules say. */
public final class ConfiguredUser {

  private final IdentityRules rules;
  private final Facts facts;

  private ConfiguredUser(IdentityRules rules, Facts facts) {
    this.rules = rules;
    this.facts = facts;
  }

  /**
   * Returns the user, null for nobody.
   *
   * @throws IllegalArgumentException if an id cannot be one; the message does not repeat it
   */
  public static @Nullable UserValue of(IdentityRules rules, Facts facts) {
    return new ConfiguredUser(rules, facts).build();
  }

  private @Nullable UserValue build() {
    UserContextBuilder builder = begin();
    if (builder == null) {
      return null;
    }
    if (facts.hasToken() || !rules.actor().equals(IdentityRules.DEFAULT.actor())) {
      addActor(builder);
    }
    if (rules.takesMoreThanName()) {
      builder.emailIfAny(first(rules.email()));
      rules.attrs().forEach((name, sources) -> addAttr(builder, name, sources));
      builder.roles(List.copyOf(roles()));
      addSession(builder);
    }
    return builder.build();
  }

  private @Nullable UserContextBuilder begin() {
    String name = facts.name();
    if (rules.userId().isEmpty()) {
      return name == null ? null : new UserContextBuilder(name, container());
    }
    for (ClaimSource source : rules.userId()) {
      String id = text(source);
      if (id != null) {
        return new UserContextBuilder(id, provenance(source));
      }
      if (source.kind() != Kind.PRINCIPAL && !facts.areComplete()) {
        // In its request, this one may have named somebody else than the next one here.
        return null;
      }
    }
    if (name != null || facts.hasToken()) {
      // Another id than the configured one would be another user, or one that is not to be told.
      Counter.FAILED.increment();
      Log.warnOnce(Message.ID_MISSING, "", null, "usercontext.claims.user-id");
    }
    return null;
  }

  private void addActor(UserContextBuilder builder) {
    String actor = first(rules.actor());
    if (actor != null && !actor.equals(builder.userId())) {
      builder.actor(actor);
    }
  }

  private void addAttr(UserContextBuilder builder, String name, List<ClaimSource> sources) {
    for (ClaimSource source : sources) {
      Object value = ClaimValue.ofAttribute(find(source));
      if (value != null) {
        builder.attrIfAny(name, value);
        return;
      }
    }
  }

  private Collection<String> roles() {
    if (!rules.allRoles()) {
      return rules.roles().stream().filter(facts::isUserInRole).toList();
    }
    Collection<String> all = facts.roles();
    if (all == null) {
      Log.warnOnce(Message.ROLES_UNKNOWN, "", null, "usercontext.roles");
      return List.of();
    }
    return all;
  }

  private void addSession(UserContextBuilder builder) {
    if (rules.session()) {
      String id = facts.sessionId();
      String session = id == null ? ClaimValue.ofText(facts.claim("sid")) : id;
      if (session != null) {
        builder.session(session);
      }
    }
  }

  private @Nullable String first(List<ClaimSource> sources) {
    for (ClaimSource source : sources) {
      String text = text(source);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private @Nullable String text(ClaimSource source) {
    return ClaimValue.ofText(find(source));
  }

  private @Nullable Object find(ClaimSource source) {
    return switch (source.kind()) {
      case PRINCIPAL -> facts.name();
      case HEADER -> facts.header(source.name());
      case CLAIM -> {
        Object claim = ClaimPath.find(facts::claim, source.name());
        yield claim != null ? claim : ClaimPath.find(facts::attribute, source.name());
      }
    };
  }

  private Provenance provenance(ClaimSource source) {
    return source.kind() == Kind.HEADER ? Provenance.HEADER : container();
  }

  private Provenance container() {
    return facts.hasToken() ? Provenance.TOKEN : Provenance.CONTAINER;
  }
}
