package dev.usercontext.it.app.handedon;

import dev.usercontext.it.app.async.Work;
import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Calls methods that are {@code @Asynchronous @UserAttributed}. */
@ApplicationScoped
public class AttributedAsynchronousActions {

  @Inject AttributedAsynchronousMethods methods;
  @Inject Spans spans;
  @Inject Work work;

  @Produces
  @ApplicationScoped
  Action stage() {
    return calling("attributed-stage", () -> methods.stage(work.task()));
  }

  @Produces
  @ApplicationScoped
  Action nothing() {
    return calling(
        "attributed-void",
        () -> {
          CompletableFuture<String> done = new CompletableFuture<>();
          methods.nothing(done, work.task());
          return done;
        });
  }

  @Produces
  @ApplicationScoped
  Action withSpan() {
    return calling("attributed-with-span", () -> methods.withSpan(work.task()));
  }

  @Produces
  @ApplicationScoped
  Action forCustomer() {
    return calling("attributed-for-customer", () -> methods.forCustomer("c-42", work.task()));
  }

  private Action calling(String name, Supplier<CompletionStage<String>> method) {
    return Action.of(
        name,
        () ->
            work.asking(
                () -> {
                  String answer = work.await(method.get());
                  spans.leaf("afterwards");
                  return answer;
                }));
  }
}
