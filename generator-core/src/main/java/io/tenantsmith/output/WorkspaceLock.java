package io.tenantsmith.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** Keeps other runs off; the system frees it when a process dies. */
record WorkspaceLock(FileChannel channel) implements AutoCloseable {

  static WorkspaceLock take(Workspace workspace) throws IOException {
    FileChannel opened =
        FileChannel.open(workspace.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = opened.tryLock();
      if (lock != null) {
        return new WorkspaceLock(opened);
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
