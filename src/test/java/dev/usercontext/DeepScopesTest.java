package dev.usercontext;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeepScopesTest {

  private static final int DEEP = 10_000;

  @Test
  void nestsDeep() {
    List<Scope> scopes = open(DEEP);
    assertInEffect(user(DEEP - 1));
    for (int i = DEEP - 1; i > 0; i--) {
      scopes.get(i).close();
    }

    assertInEffect(user(0));
    scopes.get(0).close();
    assertNobodyInEffect();
  }

  @Test
  void nestsDeepAndClosesInNoOrder() {
    List<Scope> scopes = new ArrayList<>(open(DEEP));
    Collections.shuffle(scopes, new Random(42));
    scopes.forEach(Scope::close);

    assertNobodyInEffect();
  }

  private static List<Scope> open(int count) {
    List<Scope> scopes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      scopes.add(user(i).makeCurrent());
    }
    return scopes;
  }

  private static UserContext user(int i) {
    return UserContext.builder("u-" + i).build();
  }

  private static void assertInEffect(UserContext user) {
    assertThat(UserContext.current()).contains(user);
  }

  private static void assertNobodyInEffect() {
    assertThat(UserContext.current()).isEmpty();
    assertThat(Context.current()).isSameAs(Context.root());
  }
}
