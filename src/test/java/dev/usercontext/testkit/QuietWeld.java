package dev.usercontext.testkit;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Weld tells five lines about each of some hundred starts. */
public final class QuietWeld implements BeforeAllCallback {

  // Java forgets the level of a logger that nobody refers to.
  private static final Logger WELD = Logger.getLogger("org.jboss.weld");

  @Override
  public void beforeAll(ExtensionContext context) {
    WELD.setLevel(Level.WARNING);
  }
}
