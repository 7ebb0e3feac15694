package io.tenantsmith.git;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** A commit in the making: the tree of the base branch, changed file by file. */
public final class CommitDraft implements AutoCloseable {

  private final Repository repository;
  private final Tips tips;
  private final ObjectReader reader;
  private final ObjectStore objects;
  private final CommitTree base;
  private final TreeEdits edits;
  private @Nullable ObjectId tree;

  /** A draft on top of the current branches. */
  public CommitDraft(GitopsRepository repository, Tips tips) throws IOException {
    this.repository = repository.objects();
    this.tips = tips;
    this.reader = this.repository.newObjectReader();
    this.objects = new ObjectStore(this.repository);
    this.base = new CommitTree(reader, tree(tips.base()));
    this.edits = new TreeEdits(base, objects);
  }

  /**
   * Who makes a commit, as author and committer.
   *
   * @param time when the commit is made
   */
  public record Author(String name, String email, Instant time) {}

  /** The tree that the draft builds on. */
  public CommitTree base() {
    return base;
  }

  /** The tree of the branch that is moved, else the base. */
  public CommitTree pushed() throws IOException {
    return new CommitTree(reader, tree(tips.pushed()));
  }

  /** Adds or replaces a file. */
  public void put(RelativePath path, byte[] content) throws IOException {
    edits.put(path, content);
  }

  /** Removes a file. */
  public void remove(RelativePath path) throws IOException {
    edits.remove(path);
  }

  /** Whether the branch that is moved, else the base, holds this tree, but for one file. */
  public boolean isPublishedWithout(RelativePath file) throws IOException {
    try (ObjectReader fresh = repository.newObjectReader()) {
      ObjectId wanted = new CommitTree(fresh, written()).idWithout(file);
      return wanted.equals(pushed().idWithout(file));
    }
  }

  /** Makes the commit; it is durable, and no branch names it yet. */
  public CommitId commit(Author author, String message) throws IOException {
    PersonIdent person =
        new PersonIdent(author.name(), author.email(), author.time(), ZoneOffset.UTC);
    CommitBuilder builder = new CommitBuilder();
    builder.setTreeId(written());
    builder.setParentIds(tips.parents());
    builder.setAuthor(person);
    builder.setCommitter(person);
    builder.setMessage(message);
    ObjectId commit = objects.commit(builder);
    objects.flush();
    return CommitId.of(commit);
  }

  @Override
  public void close() {
    objects.close();
    reader.close();
  }

  private ObjectId written() throws IOException {
    if (tree == null) {
      tree = edits.write();
      objects.flush();
    }
    if (tree == null) {
      throw new IllegalStateException("no commit of an empty tree");
    }
    return tree;
  }

  private @Nullable ObjectId tree(@Nullable ObjectId tip) throws IOException {
    if (tip == null) {
      return null;
    }
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.parseCommit(tip).getTree().getId();
    }
  }
}
