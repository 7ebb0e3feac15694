package io.tenantsmith.git;

import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a temporary folder when the process is told to end. Its threads go on then, and
 * would make the folder again: JGit makes all folders above a file. So an empty file takes the
 * folder's name until whoever works in it has failed there and has left.
 */
final class FolderAtExit {

  private static final int TRIES = 100;
  private static final Duration PAUSE = Duration.ofMillis(10);

  /** Whoever waits for a server meets nothing meanwhile; nobody wants to wait for that. */
  private static final long UNTIL_LEFT_MILLIS = 2000;

  private final Surroundings surroundings;
  private final CountDownLatch left = new CountDownLatch(1);
  private @Nullable Path path;
  private boolean isEnding;

  FolderAtExit(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Makes a folder. */
  @FunctionalInterface
  interface Maker {
    Path make() throws IOException;
  }

  /**
   * Makes the folder, unless the process was told to end before.
   *
   * @throws IOException if it was, or if the folder cannot be made
   */
  synchronized Path make(Maker maker) throws IOException {
    if (isEnding) {
      throw new IOException("the process was told to end");
    }
    Path made = maker.make();
    path = made;
    return made;
  }

  /** Takes the folder away, whose user needs it no longer. */
  void left() {
    Path made = made();
    if (made != null) {
      TemporaryFolder.removeAll(made);
    }
    left.countDown();
  }

  private synchronized @Nullable Path made() {
    return path;
  }

  /** After this none is made any more. */
  private synchronized @Nullable Path madeBeforeTheEnd() {
    isEnding = true;
    return path;
  }

  /** Takes the folder away while others write into it. */
  void run() {
    Path made = madeBeforeTheEnd();
    try {
      for (int i = 0; made != null && i < TRIES; i++) {
        if (isReplaced(made)) {
          left.await(UNTIL_LEFT_MILLIS, TimeUnit.MILLISECONDS);
          made.toFile().delete();
          return;
        }
        surroundings.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isReplaced(Path path) {
    TemporaryFolder.removeAll(path);
    try {
      Files.createFile(path);
      return true;
    } catch (IOException e) {
      return false; // another thread was faster, or holds a file of it open
    }
  }
}
