package dev.usercontext.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.usercontext.cdi.WrongBeans.Allowed;
import dev.usercontext.cdi.WrongBeans.BlankName;
import dev.usercontext.cdi.WrongBeans.BoundSubclass;
import dev.usercontext.cdi.WrongBeans.FinalClass;
import dev.usercontext.cdi.WrongBeans.FinalClassOfMethod;
import dev.usercontext.cdi.WrongBeans.FinalMethod;
import dev.usercontext.cdi.WrongBeans.Malformed;
import dev.usercontext.cdi.WrongBeans.MalformedBinding;
import dev.usercontext.cdi.WrongBeans.MalformedBindingOfMethod;
import dev.usercontext.cdi.WrongBeans.MalformedClass;
import dev.usercontext.cdi.WrongBeans.MalformedStereotype;
import dev.usercontext.cdi.WrongBeans.Many;
import dev.usercontext.cdi.WrongBeans.PrivateMethod;
import dev.usercontext.cdi.WrongBeans.StaticMethod;
import dev.usercontext.cdi.WrongBeans.Stereotyped;
import dev.usercontext.cdi.WrongBeans.TwoEmails;
import dev.usercontext.cdi.WrongBeans.TwoIds;
import dev.usercontext.cdi.WrongBeans.Unbound;
import dev.usercontext.cdi.WrongBeans.Unnamed;
import dev.usercontext.testkit.Deployment;
import dev.usercontext.testkit.SystemProperties;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeploymentProblemsTest {

  @RegisterExtension final SystemProperties properties = new SystemProperties();

  @ParameterizedTest
  @MethodSource("onBoth")
  void eachIsReportedWithItsCodeAndItsPlace(
      Deployment deployment, Class<?> bean, String code, String member, String detail) {
    assertThat(deployment.problemsOf(bean))
        .singleElement()
        .asString()
        .startsWith(code + " " + bean.getName() + member + ": ")
        .contains(detail);
  }

  static Stream<Arguments> onBoth() {
    return Stream.of(Deployment.values()).flatMap(DeploymentProblemsTest::on);
  }

  private static Stream<Arguments> on(Deployment deployment) {
    Stream<Arguments> anywhere =
        Stream.of(
            arguments(deployment, FinalClass.class, "UC0201", "", "final class"),
            arguments(deployment, StaticMethod.class, "UC0202", ".work", "static method"),
            arguments(deployment, PrivateMethod.class, "UC0202", ".work", "private method"),
            arguments(deployment, TwoIds.class, "UC0203", ".work", "@UserId"),
            arguments(deployment, TwoEmails.class, "UC0203", ".work", "@UserEmail"),
            arguments(deployment, Unnamed.class, "UC0204", ".work", "needs a name"),
            arguments(deployment, BlankName.class, "UC0204", ".work", "needs a name"),
            arguments(deployment, Malformed.class, "UC0205", ".work", "\"feature\""),
            arguments(deployment, MalformedClass.class, "UC0205", "", "\"=chat\""),
            arguments(deployment, Unbound.class, "UC0206", ".work", "@UserId"));
    // Through its translator, Weld refuses the first two itself before it tells our opinion, and
    // does not ask for it where the annotation is on another one, as ArC does.
    Stream<Arguments> onFull =
        Stream.of(
            arguments(deployment, FinalClassOfMethod.class, "UC0201", "", "final class"),
            arguments(deployment, FinalMethod.class, "UC0202", ".work", "final method"),
            arguments(deployment, MalformedStereotype.class, "UC0205", "", "\"feature\""),
            arguments(deployment, MalformedBinding.class, "UC0205", "", "\"feature\""),
            arguments(
                deployment, MalformedBindingOfMethod.class, "UC0205", ".work", "\"feature\""));
    return deployment == Deployment.FULL ? Stream.concat(anywhere, onFull) : anywhere;
  }

  @ParameterizedTest
  @EnumSource
  void allOfSeveralAreReportedAtOnce(Deployment deployment) {
    assertThat(deployment.problemsOf(FinalClass.class, TwoIds.class, Many.class))
        .hasSize(5)
        .anySatisfy(problem -> assertThat(problem).startsWith("UC0201 "))
        .anySatisfy(problem -> assertThat(problem).startsWith("UC0203 "))
        .anySatisfy(problem -> assertThat(problem).contains(Many.class.getName() + ".first"))
        .anySatisfy(problem -> assertThat(problem).contains("\"a\""))
        .anySatisfy(problem -> assertThat(problem).contains("\"b\""));
  }

  @ParameterizedTest
  @EnumSource
  void allThatIsWrongWithTheConfigurationIsReportedAtOnce(Deployment deployment) {
    properties.set("usercontext.vocabularies", "flat,datadog");
    properties.set("usercontext.enabled", "perhaps");

    assertThat(deployment.problemsOf())
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem).startsWith("UC0102 "))
        .anySatisfy(problem -> assertThat(problem).contains("\"datadog\""))
        .anySatisfy(problem -> assertThat(problem).contains("perhaps"));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsAllowedIsNotReported(Deployment deployment) {
    deployment.run(
        container -> assertThat(container.isRunning()).isTrue(),
        Allowed.class,
        Stereotyped.class,
        BoundSubclass.class);
  }
}
