package dev.usercontext.internal.servlet;

import static dev.usercontext.testkit.SpanAssert.assertThatSpan;
import static dev.usercontext.testkit.Users.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.usercontext.testkit.Duck;
import dev.usercontext.testkit.FakeRequest;
import dev.usercontext.testkit.OtherThread;
import dev.usercontext.testkit.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A request that goes on asynchronously, on threads that know nothing of it. */
class AsyncContextTest {

  @RegisterExtension final Telemetry telemetry = Telemetry.simple();
  @RegisterExtension final OtherThread other = new OtherThread();

  private final FakeServer server = new FakeServer();
  private final Container container = new Container();

  @Test
  void aTaskIsOfTheUserInTheTrace() {
    Span parent = telemetry.span("parent").startSpan();
    inRequestOfCarol(
        async -> {
          try (Scope scope = parent.makeCurrent()) {
            async.start(() -> telemetry.record("task"));
          }
        });
    other.run(container.task);
    parent.end();

    assertThatSpan(telemetry.await("task"))
        .carriesUser("carol")
        .hasParent(telemetry.await("parent"));
  }

  @Test
  void aTaskOfAScopeIsOfItsUser() {
    inRequestOfCarol(async -> ADA.run(() -> async.start(() -> telemetry.record("task"))));
    other.run(container.task);

    assertThatSpan(telemetry.await("task")).carries(ADA);
  }

  @Test
  void aListenerIsOfTheUser() {
    inRequestOfCarol(async -> async.addListener(new Listener(telemetry, null)));
    other.call(
        () -> {
          container.listener.onTimeout(null);
          return null;
        });
    other.run(() -> telemetry.record("later"));

    assertThatSpan(telemetry.await("time-out")).carriesUser("carol");
    assertThatSpan(telemetry.await("later")).carriesNobody();
  }

  @Test
  void whatAListenerThrowsPassesThrough() {
    IOException thrown = new IOException("from the listener");
    inRequestOfCarol(async -> async.addListener(new Listener(telemetry, thrown)));

    assertThat(catchThrowable(() -> container.listener.onTimeout(null))).isSameAs(thrown);
  }

  @Test
  void theContextThatIsAskedForLaterIsTheSame() {
    server.handle(
        carolsRequest(),
        request -> {
          request.startAsync();
          request.getAsyncContext().start(() -> telemetry.record("task"));
        });
    other.run(container.task);

    assertThatSpan(telemetry.await("task")).carriesUser("carol");
  }

  private void inRequestOfCarol(Consumer<AsyncContext> work) {
    server.handle(carolsRequest(), request -> work.accept(request.startAsync()));
  }

  private FakeRequest carolsRequest() {
    return FakeRequest.of("carol").async(Duck.as(AsyncContext.class, container));
  }

  /** Keeps what the application gives it. */
  public static final class Container {
    private Runnable task;
    private AsyncListener listener;

    public void start(Runnable given) {
      task = given;
    }

    public void addListener(AsyncListener given) {
      listener = given;
    }
  }

  private record Listener(Telemetry telemetry, IOException thrown) implements AsyncListener {
    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
      telemetry.record("time-out");
      if (thrown != null) {
        throw thrown;
      }
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
