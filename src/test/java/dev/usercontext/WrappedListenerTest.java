package dev.usercontext;

import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Wrapped callbacks that a library keeps in a collection, and finds there again. */
class WrappedListenerTest {

  private final Listener listener = new Named("audit");
  private final Listener wrapped = ADA.wrapCallback(Listener.class, listener);

  @Test
  void isRemovedAgain() {
    List<Listener> list = new ArrayList<>(List.of(wrapped));
    Set<Listener> set = new HashSet<>(list);

    assertThat(list.remove(wrapped)).isTrue();
    assertThat(set.remove(wrapped)).isTrue();
  }

  @Test
  void isRemovedByOneThatWasWrappedForTheSameUser() {
    Set<Listener> set = new HashSet<>(List.of(wrapped));

    assertThat(set).contains(ADA.wrapCallback(Listener.class, listener));
    assertThat(set.remove(ADA.wrapCallback(Listener.class, listener))).isTrue();
  }

  @Test
  void isNoOther() {
    assertThat(wrapped)
        .isNotEqualTo(listener)
        .isNotEqualTo(null)
        .isNotEqualTo(BOB.wrapCallback(Listener.class, listener))
        .isNotEqualTo(ADA.wrapCallback(Listener.class, new Named("billing")));
  }

  @Test
  void isDescribedAsItselfInNoScope() {
    Optional<UserContext> nobody = Optional.empty();
    Listener asked =
        ADA.wrapCallback(
            Listener.class,
            new Listener() {
              @Override
              public void onChange() {}

              @Override
              public String toString() {
                return "asked in " + UserContext.current();
              }
            });

    assertThat(wrapped).hasToString("Named[name=audit]");
    assertThat(asked).hasToString("asked in " + nobody);
  }

  /** What a library takes. */
  public interface Listener {
    void onChange();
  }

  private record Named(String name) implements Listener {
    @Override
    public void onChange() {}
  }
}
