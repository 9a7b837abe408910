package dev.usercontext.it.contract;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Under storm, while another copy of the application is deployed and undeployed again and again. A
 * runtime's class deploys both.
 */
public abstract class JakartaStormContract extends StormContract {

  protected static final String STORM = "storm";

  /** The one that comes and goes; it is not managed by Arquillian. */
  protected static final String PASSING = "storm-passing";

  @ArquillianResource Deployer deployer;

  /**
   * The application under storm.
   *
   * @param more parts that not every server can have
   */
  protected static WebArchive storm(String... more) {
    return JakartaEntryRows.addTo(war(STORM, more)).build();
  }

  /** Without the rows that end with their application, and what two copies cannot have both. */
  protected static WebArchive passing(String... more) {
    return war(PASSING, more).build();
  }

  private static ApplicationWar war(String name, String... more) {
    return ApplicationWar.attributed(name)
        .parts(
            "ejb",
            "login",
            "failing",
            "async",
            "managed",
            "asyncservlet",
            "tolerant",
            "scoped",
            "handedon")
        .parts(more)
        .withLanguageModel()
        .webXml(WebXml.basic())
        .configure(configuration())
        .withLibrary();
  }

  /** The root of the application of this name. */
  protected abstract URI application(String name);

  @Override
  public final URI application() {
    return application(STORM);
  }

  @Override
  protected final URI passingApplication() {
    return application(PASSING);
  }

  @Override
  protected final void deployPassing() {
    deployer.deploy(PASSING);
  }

  @Override
  protected final void undeployPassing() {
    deployer.undeploy(PASSING);
  }

  @Override
  protected final List<Row> rows() {
    return Stream.of(
            commonRows(),
            IdentityRows.programmaticLogin().stream(),
            JakartaEntryRows.all().stream())
        .flatMap(rows -> rows)
        .toList();
  }
}
