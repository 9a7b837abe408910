package dev.usercontext.it.liberty;

import dev.usercontext.test.OtlpReceiver;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Tells arquillian.xml where spans go: a server in runtime mode has to know when it starts. */
public final class ReceiverExtension implements LoadableExtension {

  @Override
  public void register(ExtensionBuilder builder) {
    System.setProperty("otlp.endpoint", OtlpReceiver.shared().endpoint());
  }
}
