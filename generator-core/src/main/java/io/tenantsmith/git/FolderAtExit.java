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

  private final Surroundings surroundings;
  private final Duration untilLeft;
  private final CountDownLatch left = new CountDownLatch(1);
  private @Nullable Path path;
  private boolean isEnding;

  /**
   * A folder that is not made yet.
   *
   * @param untilLeft how long the end of the process waits at most: whoever waits for a server does
   *     not fail meanwhile
   */
  FolderAtExit(Surroundings surroundings, Duration untilLeft) {
    this.surroundings = surroundings;
    this.untilLeft = untilLeft;
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

  /** Its user needs it no longer: takes the folder away. */
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
          left.await(untilLeft.toMillis(), TimeUnit.MILLISECONDS);
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
