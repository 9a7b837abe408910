package dev.usercontext.it.app.handedon;

import dev.usercontext.UserAttributed;
import dev.usercontext.UserId;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.concurrent.Asynchronous;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Methods that take their user along to a thread of the container. */
@ApplicationScoped
public class AttributedAsynchronousMethods {

  @Asynchronous
  @UserAttributed
  public CompletionStage<String> stage(Supplier<String> task) {
    return Asynchronous.Result.complete(task.get());
  }

  @Asynchronous
  @UserAttributed
  public void nothing(CompletableFuture<String> done, Supplier<String> task) {
    done.complete(task.get());
  }

  @Asynchronous
  @UserAttributed
  @WithSpan("asynchronous")
  public CompletionStage<String> withSpan(Supplier<String> task) {
    return Asynchronous.Result.complete(task.get());
  }

  @Asynchronous
  @UserAttributed
  public CompletionStage<String> forCustomer(@UserId String customer, Supplier<String> task) {
    return Asynchronous.Result.complete(task.get());
  }
}
