package dev.usercontext.it.quarkus.entry;

import dev.usercontext.it.app.entry.Receipts;
import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.Spans;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** A message that one request sends, and that is received during another one. */
@ApplicationScoped
public class HeldMail {

  private static final String ADDRESS = "held";

  @Inject EventBus bus;
  @Inject Spans spans;
  @Inject Receipts receipts;

  private MessageConsumer<String> mail;
  private volatile String sent;

  void start(@Observes StartupEvent event) {
    mail = bus.localConsumer(ADDRESS);
    mail.handler(
        message -> {
          spans.leaf("held-reader");
          receipts.sign(message.body());
        });
    mail.pause();
  }

  void send() {
    sent = receipts.open();
    bus.send(ADDRESS, sent);
  }

  void receive() throws Exception {
    mail.resume();
    receipts.await(sent);
    mail.pause();
  }

  /** The request that sends. */
  @ApplicationScoped
  public static class Send implements Action {

    @Inject HeldMail mail;

    @Override
    public String name() {
      return "held-send";
    }

    @Override
    public String run(Parameters parameters) {
      mail.send();
      return "done";
    }
  }

  /** The request during which it is received. */
  @ApplicationScoped
  public static class Receive implements Action {

    @Inject HeldMail mail;

    @Override
    public String name() {
      return "held-receive";
    }

    @Override
    public String run(Parameters parameters) throws Exception {
      mail.receive();
      return "done";
    }
  }
}
