package dev.usercontext.cdi;

import dev.usercontext.testkit.Deployment;

/** Without what Weld itself refuses before it asks for our opinion: final methods. */
class LiteDeploymentProblemsTest extends DeploymentProblems {

  LiteDeploymentProblemsTest() {
    super(Deployment.LITE);
  }
}
