package dev.usercontext.internal.log;

import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.internal.config.UserContextConfig;
import dev.usercontext.internal.context.Carried;
import dev.usercontext.internal.propagation.MicroProfileThreadContextProvider;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.SystemProperties;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whom the MDC of a thread names while scopes and tasks begin and end on it. */
class MdcTest {

  private static final UserContext CAROL =
      UserContext.builder("carol").email("carol@example.com").build();

  @RegisterExtension final SystemProperties configuration = new SystemProperties();
  @RegisterExtension final OtherThread other = new OtherThread();

  private final MemoryMdc mdc = new MemoryMdc();

  @BeforeEach
  void use() {
    Mdc.use(List.of(mdc), UserContextConfig.load().renderer());
  }

  @AfterEach
  void nothingIsLeft() {
    assertThat(mdc.ofThisThread()).isEmpty();
    assertThat(other.call(mdc::ofThisThread)).isEmpty();
    Mdc.useNone();
  }

  @Test
  void aScopeShowsItsUserAndHidesThatOfTheOuterOne() {
    CAROL.run(
        () -> {
          assertThat(mdc.ofThisThread())
              .containsOnly(
                  Map.entry("user_id", "carol"), Map.entry("user_email", "carol@example.com"));
          BOB.run(() -> assertThat(mdc.ofThisThread()).containsOnly(Map.entry("user_id", "bob")));
          assertThat(mdc.ofThisThread()).containsEntry("user_id", "carol");
        });
  }

  @Test
  void whatTheApplicationHasPutThereIsBackAfterwards() {
    mdc.put("user_id", "its own");
    ADA.run(() -> assertThat(mdc.ofThisThread()).containsEntry("user_id", "ada"));
    assertThat(mdc.ofThisThread()).containsEntry("user_id", "its own");
    mdc.remove("user_id");
  }

  @Test
  void scopesThatAreClosedOutOfOrderLeaveNothing() {
    Scope ada = ADA.makeCurrent();
    Scope bob = BOB.makeCurrent();
    ada.close();
    assertThat(mdc.ofThisThread()).containsEntry("user_id", "bob");
    bob.close();
  }

  @Test
  void aScopeThatIsClosedBeforeThatOfAnotherLibraryLeavesNothing() {
    Scope ada = ADA.makeCurrent();
    Scope others = Context.current().with(ContextKey.named("of others"), "any").makeCurrent();
    ada.close();
    assertThat(mdc.ofThisThread()).isEmpty();
    others.close();
    BOB.run(() -> assertThat(mdc.ofThisThread()).containsOnly(Map.entry("user_id", "bob")));
  }

  @Test
  void aScopeThatIsForgottenIsGoneWithTheOneAroundIt() {
    ADA.run(BOB::makeCurrent);
  }

  @Test
  void aTaskThatIsWrappedShowsItsUserOnAnotherThread() {
    Map<?, ?> there = other.call(ADA.wrap(() -> Map.copyOf(mdc.ofThisThread())));
    assertThat(there).isEqualTo(Map.of("user_id", "ada", "user_email", "ada@example.com"));
  }

  @Test
  void aManagedTaskShowsTheUserOfWhoeverStartedItAndNobodyWhereThatIsNobody() {
    ThreadContextSnapshot ofAda =
        ADA.call(() -> new MicroProfileThreadContextProvider().currentContext(Map.of()));
    ThreadContextSnapshot ofNobody =
        new MicroProfileThreadContextProvider().clearedContext(Map.of());
    other.run(
        () -> {
          var task = ofAda.begin();
          assertThat(mdc.ofThisThread()).containsEntry("user_id", "ada");
          var inner = ofNobody.begin();
          assertThat(mdc.ofThisThread()).isEmpty();
          inner.endContext();
          assertThat(mdc.ofThisThread()).containsEntry("user_id", "ada");
          task.endContext();
        });
  }

  @Test
  void aScopeOfNobodyHidesTheUserOfTheOuterOne() {
    ADA.run(
        () -> {
          Mdc.Before before = Mdc.show(Carried.NOBODY);
          assertThat(mdc.ofThisThread()).isEmpty();
          Mdc.restore(before);
        });
  }

  @Test
  void withPseudonymsItHasNeitherIdNorEmail() {
    configuration.set("usercontext.pseudonym.key", "a secret of at least thirty-two bytes");
    Mdc.use(List.of(mdc), UserContextConfig.load().renderer());
    CAROL.run(
        () ->
            assertThat(mdc.ofThisThread())
                .hasSize(1)
                .hasEntrySatisfying("user_id", id -> assertThat((String) id).startsWith("k1.")));
  }

  @Test
  void whatFailsInTheLogFrameworkCostsTheApplicationNothing() {
    Mdc.use(List.of(new FailingMdc()), UserContextConfig.load().renderer());
    String user = ADA.call(() -> UserContext.current().orElseThrow().userId());
    assertThat(user).isEqualTo("ada");
    assertThat(Context.current()).isSameAs(Context.root());
  }

  private static final class FailingMdc implements MdcTarget {
    @Override
    public Object get(String key) {
      throw new IllegalStateException("get");
    }

    @Override
    public void put(String key, String value) {
      throw new IllegalStateException("put");
    }

    @Override
    public void remove(String key) {
      throw new IllegalStateException("remove");
    }

    @Override
    public void restore(String key, Object before) {
      throw new IllegalStateException("restore");
    }
  }
}
