package dev.usercontext.cdi;

import dev.usercontext.UserAttributed;
import dev.usercontext.testkit.Deployment;
import jakarta.enterprise.context.Dependent;
import org.junit.jupiter.api.Test;

class FullDeploymentProblemsTest extends DeploymentProblems {

  FullDeploymentProblemsTest() {
    super(Deployment.FULL);
  }

  @Test
  void aFinalClassWithABoundMethod() {
    assertProblem(FinalClassOfMethod.class, "UC0201 ", name(FinalClassOfMethod.class));
  }

  @Test
  void aFinalMethod() {
    assertProblem(FinalMethod.class, "UC0202 ", name(FinalMethod.class) + ".work", "final method");
  }

  @Dependent
  static final class FinalClassOfMethod {
    @UserAttributed
    void work() {}
  }

  static class FinalMethod {
    @UserAttributed
    final void work() {}
  }
}
