package dev.usercontext.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserAttr;
import dev.usercontext.UserAttributed;
import dev.usercontext.UserEmail;
import dev.usercontext.UserId;
import dev.usercontext.testkit.Deployment;
import dev.usercontext.testkit.SystemProperties;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each problem is reported with its code, the class and the member. */
abstract class DeploymentProblems {

  @RegisterExtension final SystemProperties properties = new SystemProperties();

  private final Deployment deployment;

  DeploymentProblems(Deployment deployment) {
    this.deployment = deployment;
  }

  @Test
  void aFinalClass() {
    assertProblem(FinalClass.class, "UC0201 ", name(FinalClass.class));
  }

  @Test
  void aStaticMethod() {
    assertProblem(StaticMethod.class, "UC0202 ", name(StaticMethod.class) + ".work", "static");
  }

  @Test
  void aPrivateMethod() {
    assertProblem(PrivateMethod.class, "UC0202 ", name(PrivateMethod.class) + ".work", "private");
  }

  @Test
  void twoIds() {
    assertProblem(TwoIds.class, "UC0203 ", name(TwoIds.class) + ".work", "@UserId");
  }

  @Test
  void twoEmails() {
    assertProblem(TwoEmails.class, "UC0203 ", name(TwoEmails.class) + ".work", "@UserEmail");
  }

  @Test
  void anAttributeWithoutAName() {
    assertProblem(Unnamed.class, "UC0204 ", name(Unnamed.class) + ".work");
  }

  @Test
  void anAttributeWithABlankName() {
    assertProblem(BlankName.class, "UC0204 ", name(BlankName.class) + ".work");
  }

  @Test
  void aFixedAttributeOfAMethodInAnotherForm() {
    assertProblem(Malformed.class, "UC0205 ", name(Malformed.class) + ".work", "\"feature\"");
  }

  @Test
  void aFixedAttributeOfAClassInAnotherForm() {
    assertProblem(MalformedClass.class, "UC0205 ", name(MalformedClass.class), "\"=chat\"");
  }

  @Test
  void aParameterWithoutABinding() {
    assertProblem(Unbound.class, "UC0206 ", name(Unbound.class) + ".work", "@UserId");
  }

  @Test
  void allOfSeveralInOneDeployment() {
    assertThat(deployment.problemsOf(FinalClass.class, TwoIds.class, Many.class))
        .hasSize(5)
        .anySatisfy(problem -> assertThat(problem).startsWith("UC0201 "))
        .anySatisfy(problem -> assertThat(problem).startsWith("UC0203 "))
        .anySatisfy(problem -> assertThat(problem).contains(name(Many.class) + ".first"))
        .anySatisfy(problem -> assertThat(problem).contains("\"a\""))
        .anySatisfy(problem -> assertThat(problem).contains("\"b\""));
  }

  @Test
  void aConfigurationThatCannotBeUsed() {
    properties.set("usercontext.vocabularies", "flat,datadog");
    properties.set("usercontext.enabled", "perhaps");

    assertThat(deployment.problemsOf())
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem).startsWith("UC0102 "))
        .anySatisfy(problem -> assertThat(problem).contains("\"datadog\""))
        .anySatisfy(problem -> assertThat(problem).contains("perhaps"));
  }

  @Test
  void noneInWhatIsAllowed() {
    deployment.run(
        container -> assertThat(container.isRunning()).isTrue(),
        Fine.class,
        BoundByStereotype.class,
        BoundSubclass.class);
  }

  final void assertProblem(Class<?> bean, String... parts) {
    assertThat(deployment.problemsOf(bean)).singleElement().asString().contains(parts);
  }

  static String name(Class<?> type) {
    return type.getName();
  }

  @UserAttributed
  @Dependent
  static final class FinalClass {}

  static class StaticMethod {
    @UserAttributed
    static void work() {}
  }

  static class PrivateMethod {
    @UserAttributed
    private void work() {}
  }

  static class TwoIds {
    @UserAttributed
    void work(@UserId String one, @UserId String two) {}
  }

  static class TwoEmails {
    @UserAttributed
    void work(@UserId String id, @UserEmail String one, @UserEmail String two) {}
  }

  static class Unnamed {
    @UserAttributed
    void work(@UserAttr String plan) {}
  }

  static class BlankName {
    @UserAttributed
    void work(@UserAttr(" ") String plan) {}
  }

  static class Malformed {
    @UserAttributed(attrs = "feature")
    void work() {}
  }

  @UserAttributed(attrs = {"feature=chat", "=chat"})
  static class MalformedClass {}

  static class Unbound {
    void work(@UserId String id) {}
  }

  static class Many {
    @UserAttributed
    private void first() {}

    @UserAttributed(attrs = {"a", "b"})
    void second() {}
  }

  static class Fine {
    @UserAttributed(attrs = {"feature=chat", "note=", "a=b=c"})
    void work(@UserId String id, @UserEmail String email, @UserAttr("a") int a) {}

    private static void helper() {}
  }

  @UserAttributed
  @Stereotype
  @Retention(RetentionPolicy.RUNTIME)
  @interface Tracked {}

  @Tracked
  static class BoundByStereotype {
    void work(@UserId String id) {}
  }

  abstract static class Unannotated {
    void work(@UserId String id) {}
  }

  @UserAttributed
  static class BoundSubclass extends Unannotated {}
}
