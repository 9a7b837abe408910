package dev.usercontext.dashboard.intake;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** The body of one request while it comes in, on the event loop of its connection. */
final class OtlpHttpBody {
  private final Vertx vertx;
  private final IntakeSettings settings;
  private final ByteBudget.Share share;
  private final HttpServerRequest request;
  private final Buffer bytes = Buffer.buffer();
  private long timer;
  private boolean over;

  OtlpHttpBody(
      Vertx vertx, IntakeSettings settings, ByteBudget.Share share, HttpServerRequest request) {
    this.vertx = vertx;
    this.settings = settings;
    this.share = share;
    this.request = request;
  }

  /**
   * Collects the body. Whoever gets it whole gives back its share of the memory.
   *
   * @param refused is told why, where there is no room
   */
  void receive(Consumer<Buffer> whole, Consumer<OtlpHttpAnswer> refused) {
    watch();
    request.handler(
        part -> {
          if (!over) {
            take(part, refused);
          }
        });
    request.exceptionHandler(gone -> discard());
    request.endHandler(
        end -> {
          if (!over) {
            end();
            whole.accept(bytes);
          }
        });
  }

  private void take(Buffer part, Consumer<OtlpHttpAnswer> refused) {
    vertx.cancelTimer(timer);
    if (!share.take(part.length())) {
      discard();
      refused.accept(OtlpHttpAnswer.refused(RefusedException.full()));
      return;
    }
    bytes.appendBuffer(part);
    if (bytes.length() > settings.maxRequestBytes()) {
      discard();
      refused.accept(OtlpHttpAnswer.tooLarge(settings.maxRequestBytes()));
      return;
    }
    watch();
  }

  /** A sender that is gone without a word would keep its bytes, and in the end all others out. */
  private void watch() {
    timer =
        vertx.setTimer(
            settings.stall().toMillis(),
            silent -> {
              discard();
              request.response().reset();
            });
  }

  private void discard() {
    if (!over) {
      end();
      share.giveBack();
    }
  }

  private void end() {
    over = true;
    vertx.cancelTimer(timer);
  }
}
