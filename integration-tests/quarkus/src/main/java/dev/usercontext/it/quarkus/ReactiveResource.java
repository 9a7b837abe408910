package dev.usercontext.it.quarkus;

import dev.usercontext.it.app.async.Background;
import dev.usercontext.it.app.async.Work;
import dev.usercontext.it.app.work.Spans;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;

/** Answers by Mutiny, the API of Quarkus for what comes later. */
@Path("{zone: open|secured}/reactive")
@Produces(MediaType.TEXT_PLAIN)
public class ReactiveResource {

  @Inject Background background;
  @Inject Spans spans;
  @Inject Work work;

  /** Goes on by a timer, on another thread than the one it began on. */
  @GET
  @Path("uni")
  public Uni<String> uni() {
    return work.asking(
        () ->
            Uni.createFrom()
                .item("started")
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(1))
                .map(started -> work.run())
                .map(work::goOn));
  }

  @GET
  @Path("uni-on-executor")
  public Uni<String> uniOnExecutor() {
    return work.asking(
        () -> Uni.createFrom().item(work::run).runSubscriptionOn(background).map(work::goOn));
  }

  @GET
  @Path("multi")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<String> multi() {
    return work.asking(
        () ->
            Multi.createFrom()
                .ticks()
                .every(Duration.ofMillis(1))
                .select()
                .first(3)
                .map(
                    tick -> {
                      spans.leaf("event-" + (tick + 1));
                      return "event " + (tick + 1);
                    }));
  }
}
