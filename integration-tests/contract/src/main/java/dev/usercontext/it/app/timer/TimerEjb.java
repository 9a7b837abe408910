package dev.usercontext.it.app.timer;

import dev.usercontext.it.app.entry.EntryWork;
import dev.usercontext.it.app.entry.Receipts;
import dev.usercontext.it.app.work.RequestMark;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A timer that a request sets, and a schedule that works only if a request has asked it to. */
@Singleton
public class TimerEjb {

  private final Queue<String> wanted = new ConcurrentLinkedQueue<>();

  @Resource TimerService timers;
  @Inject EntryWork work;
  @Inject Receipts receipts;

  public void set(String receipt) {
    timers.createSingleActionTimer(1, new TimerConfig(receipt, false));
  }

  public void want(String receipt) {
    wanted.add(receipt);
  }

  @Timeout
  public void ring(Timer timer) {
    String receipt = (String) timer.getInfo();
    try (RequestMark mark = receipts.mark(receipt)) {
      work.run("timer");
    }
    receipts.sign(receipt);
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void tick() {
    for (String receipt = wanted.poll(); receipt != null; receipt = wanted.poll()) {
      try (RequestMark mark = receipts.mark(receipt)) {
        work.run("tick");
      }
      receipts.sign(receipt);
    }
  }
}
