package io.tenantsmith.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** Keeps other runs away; the system frees it when a process dies. */
record StagingLock(FileChannel channel) implements AutoCloseable {

  static StagingLock take(StagingFolder staging) throws IOException {
    FileChannel opened =
        FileChannel.open(staging.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = opened.tryLock();
      if (lock != null) {
        return new StagingLock(opened);
      }
    } catch (OverlappingFileLockException e) {
      // The other run is in this JVM; the answer is the same.
    }
    opened.close();
    throw new AnotherRunException();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
