package dev.usercontext.it.app.failing;

import dev.usercontext.it.app.work.Spans;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;

/** Answers that do not end as they should. */
@ApplicationScoped
public class Chunks {

  /** More than any buffer on the way to a caller that reads no more. */
  private static final int MANY = 20_000;

  private static final byte[] CHUNK = new byte[16 * 1024];

  @Inject Spans spans;

  /** Fails after the first byte. */
  public void breakOff(OutputStream out) throws IOException {
    spans.leaf("before-first-byte");
    out.write(CHUNK);
    out.flush();
    spans.leaf("after-first-byte");
    throw new IllegalStateException("in the middle of the answer");
  }

  /** Writes until the caller has gone, where only CDI still knows the request. */
  public void writeWithoutContext(OutputStream out) throws IOException {
    try (Scope lost = Context.root().makeCurrent()) {
      writeUntilAborted(out);
    }
  }

  /** Writes until the caller has gone. */
  public void writeUntilAborted(OutputStream out) throws IOException {
    spans.leaf("before-abort");
    try {
      for (int i = 0; i < MANY; i++) {
        out.write(CHUNK);
        out.flush();
      }
    } finally {
      spans.leaf("after-abort");
    }
  }
}
