package dev.usercontext.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Somebody logs out while other threads of the request start spans. */
public class LogoutRaces {

  /** The user is known. */
  @JCStressTest
  @State
  @Outcome(id = "nobody, alice", expect = ACCEPTABLE, desc = "started before the logout")
  @Outcome(id = "nobody, nobody", expect = ACCEPTABLE, desc = "started after the logout")
  public static class OfKnownUser {
    private final Request request = Request.of("alice");
    private final String known = request.leaf();
    private StubSpan elsewhere;

    @Actor
    public void logout(LL_Result result) {
      request.logout();
      result.r1 = request.leaf();
    }

    @Actor
    public void start() {
      elsewhere = request.start();
    }

    @Arbiter
    public void look(LL_Result result) {
      result.r2 = known.equals("alice") ? elsewhere.user() : "not known";
    }
  }

  /** The first ask for the user, on another thread, is under way. */
  @JCStressTest
  @State
  @Outcome(id = "nobody, nobody, alice", expect = ACCEPTABLE, desc = "started before the logout")
  @Outcome(id = "nobody, nobody, nobody", expect = ACCEPTABLE, desc = "started after the logout")
  public static class DuringTheFirstAsk {
    private final Request request = Request.of("alice");
    private StubSpan after;
    private StubSpan elsewhere;

    @Actor
    public void logout(LLL_Result result) {
      request.logout();
      result.r1 = request.leaf();
      after = request.start();
    }

    @Actor
    public void start() {
      elsewhere = request.start();
    }

    @Arbiter
    public void look(LLL_Result result) {
      result.r2 = after.user();
      result.r3 = elsewhere.user();
    }
  }

  /** And another user logs in: a span from between the two gets that one. */
  @JCStressTest
  @State
  @Outcome(id = "bob, alice", expect = ACCEPTABLE, desc = "started before the logout")
  @Outcome(id = "bob, bob", expect = ACCEPTABLE, desc = "started after the logout")
  public static class BeforeAnotherLogin {
    private final Request request = Request.of("alice");
    private final String known = request.leaf();
    private StubSpan elsewhere;

    @Actor
    public void change(LL_Result result) {
      request.logout();
      request.login("bob");
      result.r1 = request.leaf();
    }

    @Actor
    public void start() {
      elsewhere = request.start();
    }

    @Arbiter
    public void look(LL_Result result) {
      result.r2 = known.equals("alice") ? elsewhere.user() : "not known";
    }
  }
}
