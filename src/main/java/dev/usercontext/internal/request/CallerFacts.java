package dev.usercontext.internal.request;

import dev.usercontext.internal.claims.ClaimValue;
import dev.usercontext.internal.claims.Facts;
import dev.usercontext.internal.diagnostics.Log;
import dev.usercontext.internal.diagnostics.Message;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request tells of its caller.
 *
 * @param isNobody whether it is certain that there is no caller
 * @param caller null for nobody
 * @param name null where the principal has none
 * @param source null where the request must not be touched
 */
record CallerFacts(
    boolean isNobody,
    @Nullable Principal caller,
    @Nullable String name,
    @Nullable IdentitySource source)
    implements Facts {

  /** Where the container fails to tell: there may be somebody. */
  static final CallerFacts UNKNOWN = new CallerFacts(false, null, null, null);

  private static final String GROUPS = "groups";

  @Override
  public boolean hasToken() {
    return caller != null && Claims.isToken(caller);
  }

  @Override
  public @Nullable Object claim(String claim) {
    return caller == null ? null : Claims.of(caller, claim).orElse(null);
  }

  @Override
  public @Nullable Object attribute(String attribute) {
    return caller == null || source == null ? null : source.attribute(attribute);
  }

  @Override
  public boolean areComplete() {
    return source != null;
  }

  @Override
  public @Nullable String header(String header) {
    List<String> values = source == null ? List.of() : source.headers(header);
    if (values.size() > 1) {
      // Which of them is the proxy's, and which its client's?
      Log.warnOnce(Message.HEADER_TWICE, header, null, header);
    }
    return values.size() == 1 ? values.get(0) : null;
  }

  @Override
  public boolean isUserInRole(String role) {
    if (caller == null) {
      return false;
    }
    return source == null ? groups().contains(role) : source.isUserInRole(role);
  }

  @Override
  public @Nullable Collection<String> roles() {
    if (caller == null) {
      return List.of();
    }
    if (hasToken()) {
      return groups();
    }
    return source == null ? List.of() : source.roles();
  }

  private Collection<String> groups() {
    return ClaimValue.texts(claim(GROUPS));
  }

  @Override
  public @Nullable String sessionId() {
    return source == null ? null : source.sessionId();
  }
}
