package io.tenantsmith.git;

import io.tenantsmith.surroundings.Surroundings;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * The machine as JGit may see it: no configuration of the user or the system, no environment, so
 * that hooks, filters, line ends and signing set there have no effect on what is published. JGit
 * holds it once for the process, which is why the lock of the process hangs here too.
 */
public final class GitSystem extends SystemReader.Delegate {

  private final Surroundings surroundings;
  private final ReentrantLock criticalSection = new ReentrantLock();

  private GitSystem(SystemReader original, Surroundings surroundings) {
    super(original);
    this.surroundings = surroundings;
  }

  /** Makes it the system that JGit asks, unless it is already. */
  public static synchronized GitSystem install(Surroundings surroundings) {
    SystemReader present = SystemReader.getInstance();
    if (present instanceof GitSystem ours) {
      return ours;
    }
    GitSystem system = new GitSystem(present, surroundings);
    SystemReader.setInstance(system);
    return system;
  }

  /** Held while a ref is moved, because a file lock does not keep threads of one process apart. */
  ReentrantLock criticalSection() {
    return criticalSection;
  }

  @Override
  public @Nullable String getenv(String variable) {
    return null;
  }

  @Override
  public String getHostname() {
    return surroundings.hostName();
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    return new FixedConfig(parent, fs);
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    FixedConfig config = new FixedConfig(parent, fs);
    // Both are off by default; without them a power loss can lose what was acknowledged.
    config.setBoolean("core", null, "fsyncObjectFiles", true);
    config.setBoolean("core", null, "fsyncRefFiles", true);
    return config;
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new FixedConfig(parent, fs);
  }

  /** A configuration that no file backs: JGit's notes on file stores are kept nowhere. */
  private static final class FixedConfig extends FileBasedConfig {

    private static final String FILE_STORES = "filesystem";
    private static final String RESOLUTION = "timestampResolution";

    FixedConfig(@Nullable Config parent, FS fs) {
      super(parent, null, fs);
    }

    /**
     * Says of every file store what JGit assumes where it cannot measure it: times may be two
     * seconds wrong, so files that are younger are read again. It would measure in each process, by
     * half a second of writing to a file beside the repository's.
     */
    @Override
    public @Nullable String getString(String section, @Nullable String subsection, String name) {
      return section.equals(FILE_STORES) && name.equals(RESOLUTION)
          ? FS.FileStoreAttributes.FALLBACK_TIMESTAMP_RESOLUTION.toMillis() + " ms"
          : super.getString(section, subsection, name);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
