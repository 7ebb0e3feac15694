package io.tenantsmith.git;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** A repository at a path, worked on in place: its branch moves by compare-and-swap. */
final class LocalRepository implements GitopsRepository {

  /** Git holds a ref's lock for milliseconds; no living process holds it this long. */
  private static final Duration STALE_AFTER = Duration.ofMinutes(10);

  private static final Duration GRACE = Duration.ofMillis(250);

  private final Repository repository;
  private final Refs refs;
  private final GitSystem system;
  private final Surroundings surroundings;
  private final SourceRange place;
  private final List<Diagnostic> notes = new ArrayList<>();

  LocalRepository(Repository repository, Refs refs, Machine machine) {
    this.repository = repository;
    this.refs = refs;
    this.system = machine.system();
    this.surroundings = machine.surroundings();
    this.place = machine.place();
  }

  @Override
  public Repository objects() {
    return repository;
  }

  @Override
  public Tips fetch() throws IOException {
    // Another process may have added packs since we looked last.
    repository.scanForRepoChanges();
    return Tips.of(refs, this::tip);
  }

  /** All that there is is here. */
  @Override
  public void deepen() {}

  @Override
  public PushAnswer push(Tips tips, CommitId commit) throws IOException {
    if (isCheckedOut()) {
      return PushAnswer.refused("the branch is checked out in that repository");
    }
    Path file = repository.getDirectory().toPath().resolve("tenantsmith.lock");
    try {
      Optional<RunLock> taken = RunLock.take(file, system, surroundings);
      if (taken.isEmpty()) {
        return PushAnswer.lost("another run of tenantsmith holds " + file.getFileName());
      }
      try (RunLock lock = taken.get()) {
        breakStaleRefLock(lock);
        return move(tips, commit.object());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return PushAnswer.lost("interrupted");
    }
  }

  @Override
  public List<Diagnostic> notes() {
    return List.copyOf(notes);
  }

  @Override
  public void close() {
    repository.close();
  }

  private PushAnswer move(Tips tips, ObjectId commit) throws IOException {
    RefUpdate update = repository.updateRef(refs.push());
    update.setExpectedOldObjectId(tips.expected());
    update.setNewObjectId(commit);
    update.disableRefLog();
    try (RevWalk walk = new RevWalk(repository)) {
      return answer(update.update(walk));
    }
  }

  private static PushAnswer answer(RefUpdate.Result result) {
    return switch (result) {
      case NEW, FAST_FORWARD, NO_CHANGE -> PushAnswer.done();
      case LOCK_FAILURE, REJECTED -> PushAnswer.lost("the branch moved, or its ref is locked");
      default -> PushAnswer.refused("the ref was not moved: " + result);
    };
  }

  private void breakStaleRefLock(RunLock lock) throws IOException, InterruptedException {
    Path refLock = repository.getDirectory().toPath().resolve(refs.push() + ".lock");
    if (!Files.exists(refLock)) {
      return;
    }
    if (lock.foundAbandoned()) {
      // If it is a living git's lock after all, it will be gone in a moment.
      surroundings.sleep(GRACE);
    } else if (ageOf(refLock).compareTo(STALE_AFTER) < 0) {
      return;
    }
    if (Files.deleteIfExists(refLock)) {
      notes.add(broken());
    }
  }

  private Duration ageOf(Path file) throws IOException {
    Instant changed = Files.getLastModifiedTime(file).toInstant();
    return Duration.between(changed, surroundings.now());
  }

  private Diagnostic broken() {
    return Diagnostic.note(
        Code.PUB708,
        place,
        "removed " + refs.push() + ".lock, left behind by a run that was killed");
  }

  private boolean isCheckedOut() throws IOException {
    if (repository.isBare()) {
      return false;
    }
    Ref head = repository.exactRef(Constants.HEAD);
    return head != null && head.getTarget().getName().equals(refs.push());
  }

  private @Nullable ObjectId tip(String name) throws IOException {
    Ref ref = repository.exactRef(name);
    return ref == null || ref.getObjectId() == null ? null : ref.getObjectId().copy();
  }
}
