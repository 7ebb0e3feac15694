package io.tenantsmith.git.ssh;

import io.tenantsmith.surroundings.Surroundings;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Interrupts a thread that waits for a silent server. The ssh library has a limit of its own, two
 * minutes, which only a setting of the whole process could change.
 */
final class Deadline implements AutoCloseable {

  private static final Duration TICK = Duration.ofMillis(100);

  private final Surroundings surroundings;
  private final Thread waiting;
  private final Thread watcher;
  private int paused;
  private boolean over;
  private boolean expired;

  Deadline(Surroundings surroundings, Duration limit) {
    this.surroundings = surroundings;
    this.waiting = Thread.currentThread();
    this.watcher = new Thread(() -> watch(limit.dividedBy(TICK)), "ssh-deadline");
    watcher.setDaemon(true);
    watcher.start();
  }

  /** Does something that takes its time, such as asking somebody; the time does not count. */
  <T> T pausedWhile(Supplier<T> slow) {
    pause(1);
    try {
      return slow.get();
    } finally {
      pause(-1);
    }
  }

  /** Whether the time was used up. */
  synchronized boolean expired() {
    return expired;
  }

  @Override
  public void close() {
    synchronized (this) {
      over = true;
      if (expired) {
        // Ours and nobody else's, so nobody else should see it.
        Thread.interrupted();
      }
    }
    watcher.interrupt();
  }

  private synchronized void pause(int more) {
    paused += more;
  }

  private void watch(long ticks) {
    long left = ticks;
    while (left > 0) {
      try {
        surroundings.sleep(TICK);
      } catch (InterruptedException e) {
        return;
      }
      left -= counts() ? 1 : 0;
    }
    expire();
  }

  private synchronized boolean counts() {
    return paused == 0;
  }

  private synchronized void expire() {
    if (!over) {
      expired = true;
      waiting.interrupt();
    }
  }
}
