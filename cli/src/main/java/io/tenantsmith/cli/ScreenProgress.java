package io.tenantsmith.cli;

import io.tenantsmith.engine.Progress;
import java.time.Duration;
import java.time.Instant;

/**
 * One line on a terminal's standard error for work longer than a second; erased afterwards, also
 * when the run is interrupted. Threads may call it at the same time.
 */
final class ScreenProgress implements Progress, AutoCloseable {

  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final String ERASE = "\r\u001b[K";

  private final Screen screen;
  private Instant next;
  private boolean shown;
  private boolean closed;

  private ScreenProgress(Screen screen) {
    this.screen = screen;
    this.next = screen.surroundings().now().plus(QUIET);
  }

  /** Progress on that screen; silent unless it is a terminal. */
  static ScreenProgress on(Screen screen) {
    ScreenProgress progress = new ScreenProgress(screen);
    if (screen.terminal()) {
      Runtime.getRuntime().addShutdownHook(new Thread(progress::erase, "erase progress"));
    }
    return progress;
  }

  @Override
  public synchronized void at(String what, int done, int total) {
    if (closed || !screen.terminal()) {
      return;
    }
    Instant now = screen.surroundings().now();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(PAUSE);
    shown = true;
    screen.errWriter().print(ERASE + what + (total > 0 ? " " + done + " of " + total : ""));
    screen.errWriter().flush();
  }

  @Override
  public void close() {
    erase();
  }

  private synchronized void erase() {
    closed = true;
    if (shown) {
      shown = false;
      screen.errWriter().print(ERASE);
      screen.errWriter().flush();
    }
  }
}
