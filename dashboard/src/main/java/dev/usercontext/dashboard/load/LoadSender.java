package dev.usercontext.dashboard.load;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sends made-up spans over gRPC, as several exporters at once, and sends again what is refused. A
 * process of its own, so that its memory is not taken for the dashboard's.
 */
final class LoadSender {
  private static final int TRACES = 64;
  private static final int IN_FLIGHT = 16;

  private final TraceServiceGrpc.TraceServiceStub stub;
  private final Semaphore permits = new Semaphore(IN_FLIGHT);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final LongAdder again = new LongAdder();

  private LoadSender(TraceServiceGrpc.TraceServiceStub stub) {
    this.stub = stub;
  }

  /** Port, spans, first nanosecond, last nanosecond. */
  public static void main(String[] args) throws InterruptedException {
    long spans = Long.parseLong(args[1]);
    long start = Long.parseLong(args[2]);
    long end = Long.parseLong(args[3]);
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", Integer.parseInt(args[0]))
            .usePlaintext()
            .build();
    new LoadSender(TraceServiceGrpc.newStub(channel)).send(spans, start, end);
    channel.shutdownNow();
  }

  private void send(long spans, long start, long end) throws InterruptedException {
    long exports = (spans + TRACES * MadeUpTraces.SPANS - 1) / (TRACES * MadeUpTraces.SPANS);
    long step = (end - start) / (exports * TRACES);
    MadeUpTraces traces = new MadeUpTraces(7);
    CountDownLatch done = new CountDownLatch(Math.toIntExact(exports));
    for (long i = 0; i < exports; i++) {
      permits.acquire();
      export(traces.export(TRACES, start + i * TRACES * step, step), done);
    }
    done.await();
    timer.shutdown();
    System.err.printf(
        "sender      %8.1f us of a core for each span; %d exports were sent again%n",
        Load.cpuSeconds() / spans * 1e6, again.sum());
  }

  private void export(ExportTraceServiceRequest request, CountDownLatch done) {
    stub.export(
        request,
        new StreamObserver<>() {
          @Override
          public void onNext(ExportTraceServiceResponse response) {}

          @Override
          public void onError(Throwable why) {
            if (Status.fromThrowable(why).getCode() != Status.Code.RESOURCE_EXHAUSTED) {
              why.printStackTrace();
            }
            again.increment();
            timer.schedule(() -> export(request, done), 200, TimeUnit.MILLISECONDS);
          }

          @Override
          public void onCompleted() {
            permits.release();
            done.countDown();
          }
        });
  }
}
