package dev.usercontext.it.quarkus.entry;

import dev.usercontext.it.app.entry.EntryWork;
import dev.usercontext.it.app.entry.Receipts;
import dev.usercontext.it.app.work.Spans;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Consumers of the event bus, on a worker and on the event loop. */
@ApplicationScoped
public class BusConsumers {

  @Inject EntryWork work;
  @Inject Spans spans;
  @Inject Receipts receipts;

  @ConsumeEvent("orders")
  @Blocking
  public String onOrder(String order) {
    work.run("order");
    return order + Receipts.servedBy();
  }

  @ConsumeEvent("quick-orders")
  public String onQuickOrder(String order) {
    work.run("quick-order");
    return order + Receipts.servedBy();
  }

  @ConsumeEvent("news")
  public void readFirst(News news) {
    spans.leaf("first-reader");
    receipts.sign(news.first());
  }

  @ConsumeEvent("news")
  public void readSecond(News news) {
    spans.leaf("second-reader");
    receipts.sign(news.second());
  }

  /** To two readers, with a receipt for each. */
  public record News(String first, String second) {}
}
