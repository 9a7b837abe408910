package dev.usercontext.it.app.asyncservlet;

import dev.usercontext.it.app.async.Work;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Works once the connection takes an answer, and writes it without blocking a thread. */
final class Writer implements WriteListener {

  private final AsyncContext async;
  private final Work work;
  private byte[] answer;

  Writer(AsyncContext async, Work work) {
    this.async = async;
    this.work = work;
  }

  @Override
  public void onWritePossible() throws IOException {
    ServletOutputStream output = async.getResponse().getOutputStream();
    if (answer == null) {
      answer = work.run().getBytes(StandardCharsets.UTF_8);
      output.write(answer);
    }
    if (output.isReady()) {
      async.complete();
    }
  }

  @Override
  public void onError(Throwable failure) {
    async.complete();
  }
}
