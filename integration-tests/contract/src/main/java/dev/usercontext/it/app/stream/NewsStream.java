package dev.usercontext.it.app.stream;

import dev.usercontext.it.app.entry.Receipts;
import dev.usercontext.it.app.work.Action;
import dev.usercontext.it.app.work.RequestMark;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Both ends of a channel in memory. */
@ApplicationScoped
public class NewsStream implements Action {

  @Inject
  @Channel("news")
  Emitter<String> news;

  @Inject Spans spans;
  @Inject Receipts receipts;

  @Override
  public String name() {
    return "stream";
  }

  @Override
  public String run(Parameters parameters) throws Exception {
    String receipt = receipts.open();
    news.send(receipt);
    return "done" + receipts.await(receipt);
  }

  @Incoming("news")
  public void read(String receipt) {
    try (RequestMark mark = receipts.mark(receipt)) {
      spans.around("news", () -> spans.leaf("news-child"));
    }
    receipts.sign(receipt);
  }
}
