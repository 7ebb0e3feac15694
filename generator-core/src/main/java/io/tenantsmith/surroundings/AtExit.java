package io.tenantsmith.surroundings;

/** What is done if the process is told to end before this is closed; nothing is left of it then. */
public final class AtExit implements AutoCloseable {

  private final Thread hook;

  private AtExit(Thread hook) {
    this.hook = hook;
  }

  /** Keeps that in mind; if the process ends already, it is done at once. */
  static AtExit of(Runnable task) {
    AtExit made = new AtExit(new Thread(task, "tenantsmith-at-exit"));
    try {
      Runtime.getRuntime().addShutdownHook(made.hook);
    } catch (IllegalStateException e) {
      task.run();
    }
    return made;
  }

  /** Java tells nobody that it ends, but takes no more hooks then. */
  static boolean isEnding() {
    Thread probe = new Thread(() -> {}, "tenantsmith-probe");
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /** Forgets it, unless the process ends already. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends already, and the hook runs.
    }
  }
}
