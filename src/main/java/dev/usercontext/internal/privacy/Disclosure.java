package dev.usercontext.internal.privacy;

import dev.usercontext.internal.diagnostics.Counter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what of a user leaves the process: the one place where that is decided.
 *
 * @param pseudonyms null where ids are told as they are
 * @param email in which form emails are told
 * @param provenance whether to tell who said who the user is
 */
public record Disclosure(
    @Nullable Pseudonyms pseudonyms, EmailForm email, Limits limits, boolean provenance) {

  /** As it is without any configuration. */
  public static final Disclosure DEFAULT =
      new Disclosure(null, EmailForm.PLAIN, Limits.DEFAULT, false);

  public OutgoingUser of(KnownUser user) {
    String id = isPseudonym(user) ? user.id() : id(user.id());
    String mail = user.email() == null ? null : email(user.email());
    String actor = user.actorId() == null ? null : id(user.actorId());
    Map<String, Object> attrs = new AttributeFilter(this, user, id, mail, actor).filter();
    return new OutgoingUser(
        id,
        mail,
        attrs,
        pseudonyms == null ? null : id,
        actor,
        roles(user.roles()),
        user.sessionId() == null ? null : session(user.sessionId()),
        provenance ? user.source().attribute() : null);
  }

  /** Another service that makes the same ones has told it: made once more, it would be another. */
  private boolean isPseudonym(KnownUser user) {
    return pseudonyms != null
        && user.source() == Provenance.BAGGAGE
        && pseudonyms.mayHaveMade(user.id());
  }

  private String id(String id) {
    return pseudonyms == null ? SafeText.identifier(id) : pseudonyms.ofId(id);
  }

  private @Nullable String email(String address) {
    return switch (email) {
      case PLAIN -> AttributeFilter.text(address, address.length());
      case HASHED -> pseudonyms == null ? null : pseudonyms.ofEmail(address);
      case DOMAIN -> domain(address);
      case NONE -> null;
    };
  }

  private static @Nullable String domain(String address) {
    String domain = address.substring(address.lastIndexOf('@') + 1).strip();
    return domain.isEmpty() || domain.length() == address.length()
        ? null
        : AttributeFilter.text(domain, domain.length());
  }

  private List<String> roles(List<String> roles) {
    if (roles.isEmpty()) {
      return roles;
    }
    List<String> told = new ArrayList<>();
    for (String role : roles.subList(0, Math.min(roles.size(), limits.attrs()))) {
      told.add(AttributeFilter.text(role, limits.valueLength()));
    }
    Counter.DROPPED.add(roles.size() - told.size());
    return List.copyOf(told);
  }

  /** Never as it is: whoever has it can take the session over. */
  private String session(String sessionId) {
    return pseudonyms == null ? digest(sessionId) : pseudonyms.ofSession(sessionId);
  }

  /** Enough without a key, since servers make their ids at random. */
  private static String digest(String sessionId) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
