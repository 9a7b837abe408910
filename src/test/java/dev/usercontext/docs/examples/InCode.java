package dev.usercontext.docs.examples;

import dev.usercontext.UserContext;
import io.opentelemetry.context.Scope;
import java.util.concurrent.Executor;

/** What README and the pages of the API and of the configuration say in code. */
final class InCode {

  private InCode() {}

  static Executor run(UserContext support, Executor pool, Shop shop) {
    // docs: in code
    UserContext ada =
        UserContext.builder("u-42").email("ada@example.com").attr("plan", "pro").build();

    ada.run(() -> shop.report()); // every span inside, nested calls included
    String answer = ada.call(() -> shop.chat("where is my parcel?"));
    try (Scope scope = ada.makeCurrent()) { // OpenTelemetry's own idiom
      shop.mail(answer);
    }
    Executor executor = ada.wrap(pool); // on threads that nobody manages: user and trace
    support.actingFor(ada).run(() -> shop.refund()); // user_id is ada's, user_actor_id support's
    UserContext.setProcessUser(ada); // a command-line tool; the user of a scope wins over it
    UserContext.current(); // Optional: who is in effect here
    // docs: end
    return executor;
  }

  static Executor inShort(Executor pool, Shop shop) {
    // docs: in short
    UserContext ada = UserContext.builder("u-42").attr("plan", "pro").build();
    ada.run(() -> shop.report()); // every span inside, nested calls included
    Executor executor = ada.wrap(pool); // on threads that nobody manages: user and trace
    // docs: end
    return executor;
  }

  static void refund(UserContext support, UserContext customer, Shop shop) {
    // docs: actor
    support.actingFor(customer).run(() -> shop.refund());
    // docs: end
  }

  interface Shop {
    void report();

    String chat(String question);

    void mail(String answer);

    void refund();
  }
}
