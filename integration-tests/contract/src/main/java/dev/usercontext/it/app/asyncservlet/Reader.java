package dev.usercontext.it.app.asyncservlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Reads what is posted without blocking a thread, and then works. */
final class Reader implements ReadListener {

  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final AsyncContext async;
  private final Supplier<String> task;

  Reader(AsyncContext async, Supplier<String> task) {
    this.async = async;
    this.task = task;
  }

  @Override
  public void onDataAvailable() throws IOException {
    ServletInputStream input = async.getRequest().getInputStream();
    byte[] buffer = new byte[1024];
    while (input.isReady()) {
      int length = input.read(buffer);
      if (length < 0) {
        return;
      }
      read.write(buffer, 0, length);
    }
  }

  @Override
  public void onAllDataRead() throws IOException {
    String answer = task.get() + " for " + read.toString(StandardCharsets.UTF_8);
    async.getResponse().getWriter().print(answer);
    async.complete();
  }

  @Override
  public void onError(Throwable failure) {
    async.complete();
  }
}
