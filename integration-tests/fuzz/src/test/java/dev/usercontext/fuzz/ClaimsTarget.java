package dev.usercontext.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.usercontext.UserContextCounters;
import dev.usercontext.fuzz.Reading.Candidates;
import dev.usercontext.internal.claims.IdentityRules;
import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.privacy.OutgoingUser;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.request.UserResolution;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Any token under any {@code usercontext.claims.*}: the user is who the token says, nothing of it
 * is invented, and what does not leave as it was is counted.
 */
public final class ClaimsTarget {

  private final IdentityRules rules;
  private final String name;
  private final Reading reading;

  private ClaimsTarget(IdentityRules rules, String name, Reading reading) {
    this.rules = rules;
    this.name = name;
    this.reading = reading;
  }

  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    FuzzedRules fuzzed = FuzzedRules.ofClaims(data.consumeInt(0, FuzzedRules.NUMBER));
    UserContextConfig config = fuzzed.config();
    if (config == null) {
      return;
    }
    FuzzedClaims claims = new FuzzedClaims(data);
    String name = claims.text();
    Map<String, Object> said = claims.claims();
    UserContextCounters before = UserContextCounters.read();
    RequestUser request =
        new RequestUser(
            FuzzedCaller.of(name, said), new UserResolution(List.of(), config.identity()));
    request.enter();
    UserValue user = request.user();
    request.leave();
    request.end();

    boolean named = !name.isBlank();
    ClaimsTarget target =
        new ClaimsTarget(config.identity(), named ? name : null, new Reading(said));
    if (name.equals("anonymous")) {
      require(user == null, "somebody of a token for nobody");
    } else if (user == null) {
      target.requireNobody(before);
    } else {
      target.requireId(user.userId());
      OutgoingUser told = user.attributes(config.renderer()).outgoing();
      target.requireSaid(user, new Told(told, fuzzed.keys(), before));
    }
  }

  private void requireNobody(UserContextCounters before) {
    require(
        UserContextCounters.read().failed() > before.failed() || !id().areCertain(),
        "nobody of a token that names " + id());
  }

  private void requireId(String id) {
    require(
        id().possible().stream().anyMatch(node -> Reading.isSaidBy(node, id)),
        id + " of a token that names " + id());
  }

  private Candidates id() {
    return rules.userId().isEmpty()
        ? new Candidates(name == null ? List.of() : List.of(name), name != null)
        : reading.of(rules.userId(), name, Reading::isText);
  }

  private void requireSaid(UserValue user, Told told) {
    told.requireHarmless();
    Candidates emails = reading.of(rules.email(), name, Reading::isText);
    String email = told.user().email();
    require(email != null || !emails.areCertain() || told.isCounted(), "the email is lost");
    require(
        email == null || emails.possible().stream().anyMatch(node -> isEmail(node, user, told)),
        "an email of " + email);
    rules.attrs().keySet().forEach(attr -> requireAttr(attr, told));
    for (String role : told.user().roles()) {
      require(
          reading.at("groups").stream().anyMatch(groups -> isRole(groups, role, told)),
          "a role of " + role);
    }
    require(
        told.user().sessionId() == null || reading.at("sid").stream().anyMatch(Reading::isText),
        "a session of nothing");
  }

  private static boolean isEmail(Object node, UserValue user, Told told) {
    return Reading.isSaidBy(node, user.email().orElse(""))
        && told.is(user.email().orElse(""), told.user().email());
  }

  private static boolean isRole(Object groups, String role, Told told) {
    return groups instanceof Collection<?> all
        && all.stream()
            .filter(Reading::isScalar)
            .anyMatch(
                group -> Reading.isSaidBy(group, role) || told.is(Reading.string(group), role));
  }

  private void requireAttr(String attr, Told told) {
    Candidates candidates = reading.of(rules.attrs().get(attr), name, Reading::isAttribute);
    Object value = told.user().attrs().get(attr);
    if (value == null) {
      require(!candidates.areCertain() || told.isCounted(), attr + " is lost: " + candidates);
    } else {
      require(
          candidates.possible().stream().anyMatch(node -> isToldAs(node, value, told)),
          attr + " is " + value + " of " + candidates);
    }
  }

  private static boolean isToldAs(Object node, Object value, Told told) {
    if (node instanceof Collection<?> array) {
      boolean hasNumbers = array.stream().anyMatch(element -> Reading.exact(element) != null);
      return hasNumbers || told.is(Reading.joined(array), value.toString());
    }
    BigDecimal number = Reading.exact(node);
    if (number == null) {
      return told.is(Reading.string(node), value.toString());
    }
    return value instanceof Double
        ? value.equals(number.doubleValue())
        : told.is(number.toString(), value.toString())
            || (value instanceof Long && new BigDecimal(value.toString()).compareTo(number) == 0);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
