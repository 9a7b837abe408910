package dev.usercontext.it.quarkus.entry;

import dev.usercontext.it.app.entry.Receipts;
import dev.usercontext.it.app.work.Action;
import io.vertx.core.eventbus.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/** Requests that put something on the event bus. */
public final class BusActions {

  private BusActions() {}

  private static String request(EventBus bus, String address) throws Exception {
    return bus.<String>request(address, "done")
        .toCompletionStage()
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS)
        .body();
  }

  /** Waits for the reply of a consumer that may block. */
  @ApplicationScoped
  public static class Order implements Action {

    @Inject EventBus bus;

    @Override
    public String name() {
      return "bus-request";
    }

    @Override
    public String run(Parameters parameters) throws Exception {
      return request(bus, "orders");
    }
  }

  /** Waits for the reply of a consumer on the event loop. */
  @ApplicationScoped
  public static class QuickOrder implements Action {

    @Inject EventBus bus;

    @Override
    public String name() {
      return "bus-quick-request";
    }

    @Override
    public String run(Parameters parameters) throws Exception {
      return request(bus, "quick-orders");
    }
  }

  /** Tells everybody who wants to know. */
  @ApplicationScoped
  public static class Publish implements Action {

    @Inject EventBus bus;
    @Inject Receipts receipts;

    @Override
    public String name() {
      return "bus-publish";
    }

    @Override
    public String run(Parameters parameters) throws Exception {
      BusConsumers.News news = new BusConsumers.News(receipts.open(), receipts.open());
      bus.publish("news", news);
      return "done" + receipts.await(news.first()) + receipts.await(news.second());
    }
  }
}
