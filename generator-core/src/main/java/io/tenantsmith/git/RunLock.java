package io.tenantsmith.git;

import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Our own lock, held only while a ref moves. The operating system frees it when its holder dies;
 * the record in it is emptied on a clean end, so a record that is found means that its holder died.
 */
final class RunLock implements AutoCloseable {

  private static final int ATTEMPTS = 200;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final GitSystem system;
  private final FileChannel channel;
  private final FileLock lock;
  private final boolean foundAbandoned;

  private RunLock(GitSystem system, FileChannel channel, FileLock lock) throws IOException {
    this.system = system;
    this.channel = channel;
    this.lock = lock;
    this.foundAbandoned = channel.size() > 0;
  }

  /** Takes the lock; empty if others keep holding it. */
  static Optional<RunLock> take(Path file, GitSystem system, Surroundings surroundings)
      throws IOException, InterruptedException {
    system.criticalSection().lockInterruptibly();
    boolean taken = false;
    try {
      Optional<RunLock> lock = takeFile(file, system, surroundings);
      taken = lock.isPresent();
      return lock;
    } finally {
      if (!taken) {
        system.criticalSection().unlock();
      }
    }
  }

  private static Optional<RunLock> takeFile(Path file, GitSystem system, Surroundings surroundings)
      throws IOException, InterruptedException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      for (int i = 0; i < ATTEMPTS; i++) {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          RunLock taken = new RunLock(system, channel, lock);
          taken.record(surroundings);
          return Optional.of(taken);
        }
        surroundings.sleep(PAUSE);
      }
      channel.close();
      return Optional.empty();
    } catch (IOException | InterruptedException e) {
      channel.close();
      throw e;
    }
  }

  /** Whether the previous holder died while it moved a ref. */
  boolean foundAbandoned() {
    return foundAbandoned;
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      channel.truncate(0);
      lock.release();
    } finally {
      system.criticalSection().unlock();
    }
  }

  private void record(Surroundings surroundings) throws IOException {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("owner", "tenantsmith");
    facts.put("pid", surroundings.processId());
    facts.put("host", surroundings.hostName());
    facts.put("time", surroundings.now().toString());
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(JsonWriter.pretty(facts).getBytes(StandardCharsets.UTF_8)), 0);
  }
}
