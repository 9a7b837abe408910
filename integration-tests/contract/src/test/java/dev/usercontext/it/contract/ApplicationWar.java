package dev.usercontext.it.contract;

import dev.usercontext.test.OtlpReceiver;
import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Packages the application as a WAR, with or without the library. */
public final class ApplicationWar {

  private static final String APP = "dev.usercontext.it.app.";

  private final WebArchive war;
  private final Map<String, String> configuration =
      new TreeMap<>(OtlpReceiver.shared().configuration());

  private ApplicationWar(String name) {
    war = ShrinkWrap.create(WebArchive.class, name + ".war");
    configuration.put("otel.service.name", name);
    parts("work", "rest", "servlet", "client");
    war.add(new StringAsset("a note"), "files/open/note.txt");
    war.add(new StringAsset("a note"), "files/secured/note.txt");
  }

  /** The application that knows nothing of User Context. */
  public static ApplicationWar unaware(String name) {
    return new ApplicationWar(name);
  }

  /** With the part that uses the API. */
  public static ApplicationWar attributed(String name) {
    return new ApplicationWar(name).parts("attributed");
  }

  /** The library of this build. */
  public static File library() {
    String jar = System.getProperty("usercontext.jar");
    if (jar == null) {
      throw new IllegalStateException("-Dusercontext.jar must name the jar of the library");
    }
    return new File(jar);
  }

  /** Adds packages of the application. */
  public ApplicationWar parts(String... packages) {
    for (String part : packages) {
      war.addPackage(APP + part);
    }
    return this;
  }

  /** With the part that talks to a language model, and the libraries that it needs. */
  public ApplicationWar withLanguageModel() {
    for (String jar : System.getProperty("langchain4j.jars").split(File.pathSeparator)) {
      war.addAsLibrary(new File(jar));
    }
    return parts("llm");
  }

  public ApplicationWar withLibrary() {
    war.addAsLibrary(library());
    return this;
  }

  public ApplicationWar webXml(String xml) {
    war.setWebXML(new StringAsset(xml));
    return this;
  }

  public ApplicationWar webInf(String name, String content) {
    war.addAsWebInfResource(new StringAsset(content), name);
    return this;
  }

  /** The part that is started by its name. */
  public ApplicationWar job(String name, String xml) {
    war.addAsResource(new StringAsset(xml), "META-INF/batch-jobs/" + name + ".xml");
    return this;
  }

  public ApplicationWar configure(String key, String value) {
    return configure(Map.of(key, value));
  }

  public ApplicationWar configure(Map<String, String> entries) {
    configuration.putAll(entries);
    return this;
  }

  public WebArchive build() {
    return war.addAsResource(properties(configuration), "META-INF/microprofile-config.properties");
  }

  /** Leaves the configuration to the EAR around it. */
  WebArchive buildForEar() {
    return war;
  }

  static Asset properties(Map<String, String> entries) {
    return new StringAsset(
        entries.entrySet().stream()
            .map(entry -> entry.getKey() + '=' + entry.getValue() + '\n')
            .collect(Collectors.joining()));
  }
}
