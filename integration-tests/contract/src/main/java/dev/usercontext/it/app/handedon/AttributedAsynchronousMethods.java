package dev.usercontext.it.app.handedon;

import dev.usercontext.UserAttributed;
import dev.usercontext.UserId;
import dev.usercontext.it.app.async.Work;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.concurrent.Asynchronous;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Methods that take their user along to a thread of the container. */
@ApplicationScoped
public class AttributedAsynchronousMethods {

  @Inject Work work;

  @Asynchronous
  @UserAttributed
  public CompletionStage<String> stage() {
    return Asynchronous.Result.complete(work.run());
  }

  @Asynchronous
  @UserAttributed
  public void nothing(CompletableFuture<String> done) {
    done.complete(work.run());
  }

  @Asynchronous
  @UserAttributed
  @WithSpan("asynchronous")
  public CompletionStage<String> withSpan() {
    return Asynchronous.Result.complete(work.run());
  }

  @Asynchronous
  @UserAttributed
  public CompletionStage<String> forCustomer(@UserId String customer) {
    return Asynchronous.Result.complete(work.run());
  }
}
