package dev.usercontext.it.contract;

import dev.usercontext.test.OtlpReceiver;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** Packages WARs as an EAR, whose lib folder has the configuration of them all. */
public final class ApplicationEar {

  private final EnterpriseArchive ear;

  private ApplicationEar(String name) {
    ear = ShrinkWrap.create(EnterpriseArchive.class, name + ".ear");
    ear.addAsLibrary(
        ShrinkWrap.create(JavaArchive.class, "configuration.jar")
            .addAsResource(
                ApplicationWar.properties(OtlpReceiver.shared().configuration()),
                "META-INF/microprofile-config.properties"));
  }

  public static ApplicationEar named(String name) {
    return new ApplicationEar(name);
  }

  public ApplicationEar war(ApplicationWar war) {
    ear.addAsModule(war.buildForEar());
    return this;
  }

  public ApplicationEar withLibrary() {
    ear.addAsLibrary(ApplicationWar.library());
    return this;
  }

  public EnterpriseArchive build() {
    return ear;
  }
}
