package dev.usercontext.docs.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContext;
import dev.usercontext.docs.examples.InCode.Shop;
import dev.usercontext.testkit.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the documents show does what they say of it. */
class ExamplesTest {

  @AfterEach
  void forget() {
    UserContext.clearProcessUser();
  }

  @Test
  void everyLineOfTheReadmeIsOfItsUser() {
    Calls calls = new Calls();
    InCode.run(UserContext.builder("support-7").build(), Runnable::run, calls)
        .execute(calls::report);

    assertThat(calls.seen)
        .containsExactly(
            "report u-42", "chat u-42", "mail u-42", "refund u-42 by support-7", "report u-42");
    assertThat(UserContext.current()).map(UserContext::userId).hasValue("u-42");
  }

  @Test
  void theActorIsNotTheUser() {
    Calls calls = new Calls();
    InCode.refund(UserContext.builder("support-7").build(), Users.ADA, calls);

    assertThat(calls.seen).containsExactly("refund " + Users.ADA.userId() + " by support-7");
  }

  @Test
  void otherThreadsHaveTheUser() throws Exception {
    List<String> seen = new ArrayList<>();
    Threads.Summaries summaries =
        new Threads.Summaries() {
          @Override
          public String of(String text) {
            return text + " for " + current();
          }

          @Override
          public String store(String summary) {
            seen.add(summary + ", stored for " + current());
            return summary;
          }
        };
    try (var scope = Users.ADA.makeCurrent()) {
      Threads.wrap(summaries, "news").get(20, TimeUnit.SECONDS);
    }
    String ada = Users.ADA.userId();
    assertThat(seen).containsExactly("news for " + ada + ", stored for " + ada);
  }

  private static String current() {
    return UserContext.current()
        .map(user -> user.userId() + user.actorId().map(actor -> " by " + actor).orElse(""))
        .orElse("nobody");
  }

  private static final class Calls implements Shop {
    private final List<String> seen = new ArrayList<>();

    @Override
    public void report() {
      seen.add("report " + current());
    }

    @Override
    public String chat(String question) {
      seen.add("chat " + current());
      return "soon";
    }

    @Override
    public void mail(String answer) {
      seen.add("mail " + current());
    }

    @Override
    public void refund() {
      seen.add("refund " + current());
    }
  }
}
