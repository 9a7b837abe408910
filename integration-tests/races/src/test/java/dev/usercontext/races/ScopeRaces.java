package dev.usercontext.races;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import dev.usercontext.UserContext;
import io.opentelemetry.context.Scope;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** A scope is closed by a thread that it is not of. */
public class ScopeRaces {

  private static final UserContext ADA = UserContext.builder("ada").build();
  private static final UserContext GRACE = UserContext.builder("grace").build();

  /** It ends at some moment, and leaves nothing on its thread. */
  @JCStressTest
  @State
  @Outcome(id = "ada, ada, nobody", expect = ACCEPTABLE, desc = "closed later")
  @Outcome(id = "ada, nobody, nobody", expect = ACCEPTABLE, desc = "closed between")
  @Outcome(id = "nobody, nobody, nobody", expect = ACCEPTABLE, desc = "closed before")
  public static class ClosedElsewhere {
    private volatile Scope scope;

    @Actor
    public void use(LLL_Result result) {
      Scope own = ADA.makeCurrent();
      scope = own;
      result.r1 = current();
      result.r2 = current();
      own.close();
      result.r3 = current();
    }

    @Actor
    public void close() {
      Scope other = scope;
      if (other != null) {
        other.close();
      }
    }
  }

  /** The outer of two: the inner one holds. */
  @JCStressTest
  @State
  @Outcome(id = "grace, ada, nobody, nobody", expect = ACCEPTABLE, desc = "closed later")
  @Outcome(id = "grace, nobody, nobody, nobody", expect = ACCEPTABLE, desc = "closed meanwhile")
  public static class OuterClosedElsewhere {
    private volatile Scope outer;

    @Actor
    public void use(LLLL_Result result) {
      Scope own = ADA.makeCurrent();
      try (Scope inner = GRACE.makeCurrent()) {
        outer = own;
        result.r1 = current();
      }
      result.r2 = current();
      own.close();
      result.r3 = current();
    }

    @Actor
    public void close(LLLL_Result result) {
      Scope other = outer;
      if (other != null) {
        other.close();
      }
      result.r4 = current();
    }
  }

  private static String current() {
    return UserContext.current().map(UserContext::userId).orElse("nobody");
  }
}
