package dev.usercontext.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LIL_Result;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Somebody logs in while other threads of the request start spans. */
public class LoginRaces {

  /** The first ask for the user, on another thread, is under way. */
  @JCStressTest
  @State
  @Outcome(id = "carol, carol", expect = ACCEPTABLE, desc = "nothing is lost")
  public static class DuringTheFirstAsk {
    private final Request request = Request.of(null);
    private StubSpan elsewhere;

    @Actor
    public void login(LL_Result result) {
      request.login("carol");
      result.r1 = request.leaf();
    }

    @Actor
    public void start() {
      elsewhere = request.start();
    }

    @Arbiter
    public void look(LL_Result result) {
      result.r2 = elsewhere.user();
    }
  }

  /** Nobody has been found; a span from before the login is open all the while. */
  @JCStressTest
  @State
  @Outcome(
      id = "carol, 1, carol",
      expect = ACCEPTABLE,
      desc = "the open span was back-filled once, the new one found or was given the user")
  public static class OfOpenSpans {
    private final Request request = Request.of(null);
    private final StubSpan before = request.start();
    private StubSpan elsewhere;

    @Actor
    public void login() {
      request.login("carol");
    }

    @Actor
    public void start() {
      elsewhere = request.start();
    }

    @Arbiter
    public void look(LIL_Result result) {
      result.r1 = before.user();
      result.r2 = before.users();
      result.r3 = elsewhere.user();
    }
  }

  /** A thread that has processed the request before is not done yet, and asks the container. */
  @JCStressTest
  @State
  @Outcome(id = "carol", expect = ACCEPTABLE, desc = "an answer from before does not undo it")
  public static class WhileAnotherThreadAsks {
    private final Request request = Request.of(null);
    private final StubSpan before = request.start();

    @Actor
    public void login() {
      request.login("carol");
    }

    @Actor
    public void ask() {
      request.lookAgain();
    }

    @Arbiter
    public void look(L_Result result) {
      result.r1 = before.user().equals("carol") ? request.leaf() : before.user();
    }
  }

  /** One user after the other: whom a span gets is the one or the other, never half of each. */
  @JCStressTest
  @State
  @Outcome(id = "dave, carol, carol", expect = ACCEPTABLE, desc = "started before the second login")
  @Outcome(id = "dave, carol, dave", expect = ACCEPTABLE, desc = "started after the second login")
  public static class OfTwo {
    private final Request request = Request.of(null);
    private final StubSpan before = request.start();
    private StubSpan elsewhere;

    @Actor
    public void login(LLL_Result result) {
      request.login("carol");
      request.login("dave");
      result.r1 = request.leaf();
    }

    @Actor
    public void start() {
      elsewhere = request.start();
    }

    @Arbiter
    public void look(LLL_Result result) {
      result.r2 = before.user();
      result.r3 = elsewhere.user();
    }
  }

  /** Quarkus authenticates lazily, and tells on whatever thread. */
  @JCStressTest
  @State
  @Outcome(
      id = "carol without email, carol without email",
      expect = ACCEPTABLE,
      desc = "nothing is lost")
  public static class ByLazyAuthentication {
    private final Request request = Request.withoutResolverOf(null);
    private StubSpan elsewhere;

    @Actor
    public void authenticate(LL_Result result) {
      request.authenticated("carol");
      result.r1 = request.leaf();
    }

    @Actor
    public void start() {
      elsewhere = request.start();
    }

    @Arbiter
    public void look(LL_Result result) {
      result.r2 = elsewhere.user();
    }
  }
}
