package dev.usercontext.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.usercontext.UserContextCounters;
import dev.usercontext.internal.claims.ClaimSource;
import dev.usercontext.internal.claims.ClaimSource.Kind;
import dev.usercontext.internal.claims.IdentityRules;
import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.context.UserValue;
import dev.usercontext.internal.request.RequestUser;
import dev.usercontext.internal.request.UserResolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Any headers under any {@code usercontext.trusted-headers}: only a trusted one that was sent once
 * names a user or anything of it, and what does not leave as it was is counted.
 */
public final class TrustedHeadersTarget {

  private static final List<String> HEADERS = List.of("X-User", "x-email", "X-Plan");

  private TrustedHeadersTarget() {}

  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    FuzzedRules fuzzed = FuzzedRules.ofHeaders(data.consumeInt(0, FuzzedRules.NUMBER), HEADERS);
    UserContextConfig config = fuzzed.config();
    if (config == null) {
      return;
    }
    IdentityRules rules = config.identity();
    requireTrusted(rules, fuzzed.keys().get("usercontext.trusted-headers"));
    FuzzedClaims texts = new FuzzedClaims(data);
    String name = data.consumeBoolean() ? texts.text() : null;
    FuzzedCaller caller = new FuzzedCaller(name == null ? null : () -> name, headers(data, texts));
    UserContextCounters before = UserContextCounters.read();
    UserResolution resolution = new UserResolution(List.of(), rules);
    RequestUser request = new RequestUser(caller, resolution);
    request.enter();
    UserValue user = request.user();
    request.leave();
    request.end();

    String known = name == null || name.isBlank() || name.equals("anonymous") ? null : name;
    String id = rules.userId().isEmpty() ? known : first(rules.userId(), known, caller);
    requireUser(user, id, before);
    UserValue late = resolution.resolve(caller.principal(), null);
    if (late != null && !late.userId().equals(id)) {
      throw new IllegalStateException(id + " is " + late.userId() + " after the request");
    }
    if (user != null) {
      Told told = new Told(user.attributes(config.renderer()).outgoing(), fuzzed.keys(), before);
      told.requireHarmless();
      require(told, first(rules.email(), known, caller), told.user().email());
      rules.attrs().forEach((attr, from) -> requireAttr(attr, from, known, caller, told));
    }
  }

  private static Map<String, List<String>> headers(FuzzedDataProvider data, FuzzedClaims texts) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (String header : HEADERS) {
      List<String> values = new ArrayList<>();
      for (int left = Math.floorMod(data.consumeInt(1, 5), 4); left > 0; left--) {
        values.add(texts.text());
      }
      headers.put(header.toLowerCase(Locale.ROOT), values);
    }
    return headers;
  }

  private static void requireTrusted(IdentityRules rules, String trusted) {
    List<ClaimSource> all = new ArrayList<>(rules.userId());
    all.addAll(rules.email());
    rules.attrs().values().forEach(all::addAll);
    for (ClaimSource source : all) {
      if (source.kind() == Kind.HEADER
          && List.of(trusted.split(",")).stream().noneMatch(source.name()::equalsIgnoreCase)) {
        throw new IllegalStateException("believes " + source.name() + ", trusts " + trusted);
      }
    }
  }

  private static void requireUser(UserValue user, String id, UserContextCounters before) {
    if (user == null) {
      if (id != null && UserContextCounters.read().failed() == before.failed()) {
        throw new IllegalStateException("nobody instead of " + id);
      }
    } else if (!user.userId().equals(id)) {
      throw new IllegalStateException(user.userId() + " instead of " + id);
    }
  }

  private static void requireAttr(
      String attr, List<ClaimSource> sources, String name, FuzzedCaller caller, Told told) {
    String there = null;
    for (ClaimSource source : sources) {
      String value = value(source, name, caller);
      there = there == null ? value : there;
    }
    Object value = told.user().attrs().get(attr);
    require(told, there, value == null ? null : value.toString());
  }

  private static void require(Told told, String there, String value) {
    boolean right = value == null ? there == null || told.isCounted() : told.is(there, value);
    if (!right) {
      throw new IllegalStateException(value + " instead of " + there);
    }
  }

  /** The first that is a text. */
  private static String first(List<ClaimSource> sources, String name, FuzzedCaller caller) {
    for (ClaimSource source : sources) {
      String value = value(source, name, caller);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  private static String value(ClaimSource source, String name, FuzzedCaller caller) {
    return switch (source.kind()) {
      case PRINCIPAL -> name;
      case HEADER -> {
        List<String> values = caller.headers(source.name());
        yield values.size() == 1 ? values.get(0) : null;
      }
      case CLAIM -> null;
    };
  }
}
