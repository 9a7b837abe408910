package dev.usercontext.it.contract;

/** The beans.xml of the application, where it has one. */
public final class BeansXml {

  private BeansXml() {}

  public static String of(String discoveryMode) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"
               bean-discovery-mode="%s"/>
        """
        .formatted(discoveryMode);
  }
}
