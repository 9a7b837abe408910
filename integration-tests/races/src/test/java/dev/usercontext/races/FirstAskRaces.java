package dev.usercontext.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLI_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Several threads ask at once for a user that nobody has asked for yet. */
public class FirstAskRaces {

  /** Their spans are open while the resolver works. */
  @JCStressTest
  @State
  @Outcome(id = "alice, alice, 1", expect = ACCEPTABLE, desc = "resolved once, and for both")
  @Outcome(
      id = "alice, alice, 2",
      expect = ACCEPTABLE,
      desc = "resolved once without the request, and then on its thread")
  public static class OfOpenSpans {
    private final Request request = Request.of("alice");
    private StubSpan one;
    private StubSpan other;

    @Actor
    public void startOne() {
      one = request.start();
    }

    @Actor
    public void startOther() {
      other = request.start();
    }

    @Arbiter
    public void look(LLI_Result result) {
      result.r1 = one.user();
      result.r2 = other.user();
      result.r3 = request.directory.timesAsked();
    }
  }

  /** One of the spans may be over before the resolver has answered. */
  @JCStressTest
  @State
  @Outcome(id = "alice, alice", expect = ACCEPTABLE, desc = "asked in time")
  @Outcome(id = "alice, nobody", expect = ACCEPTABLE, desc = "over before the answer")
  @Outcome(
      id = "alice, alice without email",
      expect = ACCEPTABLE,
      desc = "over in the middle of being given the answer")
  public static class OfShortSpans {
    private final Request request = Request.of("alice");
    private StubSpan open;

    @Actor
    public void start() {
      open = request.start();
    }

    @Actor
    public void startAndEnd(LL_Result result) {
      result.r2 = request.leaf();
    }

    @Arbiter
    public void look(LL_Result result) {
      result.r1 = open.user();
    }
  }

  /** Without a resolver there is nothing to wait for. */
  @JCStressTest
  @State
  @Outcome(
      id = "alice without email, alice without email",
      expect = ACCEPTABLE,
      desc = "both have their user at once")
  public static class WithoutResolver {
    private final Request request = Request.withoutResolverOf("alice");

    @Actor
    public void startAndEnd(LL_Result result) {
      result.r1 = request.leaf();
    }

    @Actor
    public void startAndEndToo(LL_Result result) {
      result.r2 = request.leaf();
    }
  }
}
