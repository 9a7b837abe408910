package dev.usercontext.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserAttr;
import dev.usercontext.UserAttributed;
import dev.usercontext.UserEmail;
import dev.usercontext.UserId;
import dev.usercontext.internal.cdi.BeanClass.BeanMethod;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules see the same class on CDI Full and on CDI Lite. */
class BeanClassReadersTest {

  private static final Map<String, BeanClass> FULL = new ConcurrentHashMap<>();
  private static final Map<String, BeanClass> LITE = new ConcurrentHashMap<>();

  @BeforeAll
  static void read() {
    new Weld()
        .disableDiscovery()
        .addExtension(new Full())
        .addBuildCompatibleExtensions(Lite.class)
        .addBeanClasses(
            Plain.class, Bound.class, Stereotyped.class, Last.class, Base.class, Inheriting.class)
        .initialize()
        .close();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Plain.class,
        Bound.class,
        Stereotyped.class,
        Last.class,
        Base.class,
        Inheriting.class
      })
  void agreeOn(Class<?> type) {
    assertThat(LITE.get(type.getName())).isNotNull().isEqualTo(FULL.get(type.getName()));
  }

  @Test
  void seeMarksAndObstacles() {
    assertThat(LITE.get(Plain.class.getName()).methods())
        .containsExactlyInAnyOrder(
            new BeanMethod("attr", "", true, List.of("a=b"), List.of("UserAttr"), true),
            new BeanMethod("hidden", "private", false, List.of(), List.of(), false),
            new BeanMethod(
                "marked", "", false, List.of(), List.of("UserId", "UserEmail", "UserAttr"), false),
            new BeanMethod("shared", "static", false, List.of(), List.of(), false),
            new BeanMethod("sealed", "final", false, List.of(), List.of("UserId"), false));
  }

  @Test
  void seeHowTheClassIsBound() {
    assertThat(LITE.get(Plain.class.getName()).isBound()).isFalse();
    assertThat(LITE.get(Bound.class.getName()).isBound()).isTrue();
    assertThat(LITE.get(Bound.class.getName()).attrs()).containsExactly("feature=chat");
    assertThat(LITE.get(Stereotyped.class.getName()).isBound()).isTrue();
    assertThat(LITE.get(Inheriting.class.getName()).isBound()).isTrue();
    assertThat(LITE.get(Last.class.getName()).isFinal()).isTrue();
    assertThat(LITE.get(Base.class.getName()).isAbstract()).isTrue();
  }

  private static BeanClass sorted(BeanClass bean) {
    List<BeanMethod> methods = new ArrayList<>(bean.methods());
    methods.sort(Comparator.comparing(BeanMethod::name));
    return new BeanClass(
        bean.name(), bean.isFinal(), bean.isAbstract(), bean.isBound(), bean.attrs(), methods);
  }

  /** Reads by reflection. */
  public static class Full implements Extension {
    void read(@Observes ProcessAnnotatedType<?> event) {
      BeanClass bean = ReflectedBeanClass.of(event.getAnnotatedType());
      FULL.put(bean.name(), sorted(bean));
    }
  }

  /** Reads from the language model. */
  public static class Lite implements BuildCompatibleExtension {
    @Enhancement(types = Object.class, withSubtypes = true)
    public void read(ClassConfig type) {
      BeanClass bean = ModelledBeanClass.of(type.info());
      LITE.put(bean.name(), sorted(bean));
    }
  }

  static class Plain {
    void marked(@UserId String id, @UserEmail String email, @UserAttr("plan") String plan) {}

    @UserAttributed(attrs = "a=b")
    void attr(@UserAttr String unnamed, String unmarked) {}

    final void sealed(@UserId String id) {}

    static void shared() {}

    private void hidden() {}
  }

  @UserAttributed(attrs = "feature=chat")
  static class Bound {
    void work() {}
  }

  @UserAttributed
  @Stereotype
  @Retention(RetentionPolicy.RUNTIME)
  @interface Tracked {}

  @Tracked
  static class Stereotyped {
    void work(@UserId String id) {}
  }

  static final class Last {
    void work() {}
  }

  abstract static class Base {
    void inherited(@UserId String id) {}
  }

  @UserAttributed
  static class BoundParent {}

  static class Inheriting extends BoundParent {
    void work(@UserId String id) {}
  }
}
