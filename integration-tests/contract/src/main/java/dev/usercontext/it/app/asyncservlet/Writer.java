package dev.usercontext.it.app.asyncservlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Works once the connection takes an answer, and writes it without blocking a thread. */
final class Writer implements WriteListener {

  private final AsyncContext async;
  private final Supplier<String> task;
  private byte[] answer;

  Writer(AsyncContext async, Supplier<String> task) {
    this.async = async;
    this.task = task;
  }

  @Override
  public void onWritePossible() throws IOException {
    ServletOutputStream output = async.getResponse().getOutputStream();
    if (answer == null) {
      answer = task.get().getBytes(StandardCharsets.UTF_8);
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
