package dev.usercontext.attributed;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static dev.usercontext.testkit.Users.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserAttr;
import dev.usercontext.UserAttributed;
import dev.usercontext.UserContext;
import dev.usercontext.UserId;
import dev.usercontext.testkit.Deployment;
import dev.usercontext.testkit.ProcessorFlag;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code @WithSpan} and {@code @UserAttributed} on one method, in the order of each runtime. */
class MethodSpanTest {

  enum Runtime {
    SERVERS(Deployment.FULL, MethodSpan.OnServers.class),
    QUARKUS(Deployment.LITE, MethodSpan.OnQuarkus.class);

    private final Deployment deployment;
    private final Class<?> interceptor;

    Runtime(Deployment deployment, Class<?> interceptor) {
      this.deployment = deployment;
      this.interceptor = interceptor;
    }
  }

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final Telemetry ofServer = Telemetry.ofServer();

  @ParameterizedTest
  @EnumSource
  void theSpanOfTheMethodCarriesTheUserOfItsParameter(Runtime runtime) {
    run(runtime, telemetry, shop -> shop.order("carol"));

    assertThatSpan(telemetry.await("order")).carriesUser("carol");
    assertThatSpan(telemetry.await("inside"))
        .carriesUser("carol")
        .hasParent(telemetry.await("order"));
  }

  @ParameterizedTest
  @EnumSource
  void theSpanOfTheMethodCarriesWhatTheCallAddsToTheUser(Runtime runtime) {
    run(runtime, telemetry, shop -> ADA.run(() -> shop.plan("gold")));

    assertThatSpan(telemetry.await("plan")).carries(ADA.toBuilder().attr("plan", "gold").build());
  }

  @ParameterizedTest
  @EnumSource
  void theSpanOfTheMethodCarriesTheUserWithoutOurProcessor(Runtime runtime) {
    run(runtime, ofServer, shop -> shop.order("carol"));

    assertThatSpan(ofServer.await("order")).carriesUser("carol");
  }

  @ParameterizedTest
  @EnumSource
  void theSpanOfTheMethodCarriesTheUserInEffectWithoutOurProcessor(Runtime runtime) {
    run(runtime, ofServer, shop -> ADA.run(shop::plain));

    assertThatSpan(ofServer.await("plain")).carries(ADA);
  }

  @ParameterizedTest
  @EnumSource
  void theSpanOfTheCallerIsLeftToItsOwnUserWithoutOurProcessor(Runtime runtime) {
    run(
        runtime,
        ofServer,
        shop ->
            ADA.run(
                () -> {
                  Span caller = ofServer.span("caller").startSpan();
                  try (Scope scope = caller.makeCurrent()) {
                    shop.plain();
                    shop.order("carol");
                    BOB.run(shop::plain);
                    BOB.wrap((Runnable) shop::plain).run();
                  } finally {
                    caller.end();
                  }
                }));

    assertThatSpan(ofServer.await("order")).carriesUser("carol");
    assertThatSpan(ofServer.await("caller")).carries(ADA);
  }

  private static void run(Runtime runtime, Telemetry telemetry, Consumer<Shop> calls) {
    ProcessorFlag.set(!telemetry.isOfServer());
    MethodSpan.Beginning.telemetry = telemetry;
    runtime.deployment.run(
        container -> calls.accept(container.select(Shop.class).get()),
        Shop.class,
        runtime.interceptor);
    assertThat(UserContext.current()).isEmpty();
  }

  @ApplicationScoped
  static class Shop {
    @MethodSpan
    @UserAttributed
    void order(@UserId String customer) {
      MethodSpan.Beginning.telemetry.record("inside");
    }

    @MethodSpan
    @UserAttributed
    void plan(@UserAttr("plan") String plan) {}

    @MethodSpan
    @UserAttributed
    void plain() {}
  }
}
