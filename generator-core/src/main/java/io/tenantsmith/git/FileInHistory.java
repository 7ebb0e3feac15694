package io.tenantsmith.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.jspecify.annotations.Nullable;

/**
 * What a Git repository on this machine has of a file. Only reads.
 *
 * @param standing how the file is to the repository around it
 * @param committed its content in the commit that is checked out, and in those being merged
 */
public record FileInHistory(Standing standing, List<byte[]> committed) {

  /** Copies the list. */
  public FileInHistory {
    committed = List.copyOf(committed);
  }

  /** How a file is to the repository around it. */
  public enum Standing {
    /** The commit that is checked out, or one being merged, has it. */
    COMMITTED,
    /** No such commit has it, and the next one may. */
    NOT_COMMITTED,
    /** Git ignores it, so that no commit says anything about it. */
    IGNORED
  }

  /** The file in the repository around it. */
  public static FileInHistory of(EnclosingRepository place) throws IOException {
    String path = place.path();
    try (Repository repository = RepositoryOnDisk.around(place)) {
      List<byte[]> committed = contents(repository, heads(repository), path);
      if (!committed.isEmpty()) {
        return new FileInHistory(Standing.COMMITTED, committed);
      }
      boolean ignored = isIgnored(repository, path);
      return new FileInHistory(ignored ? Standing.IGNORED : Standing.NOT_COMMITTED, List.of());
    }
  }

  /**
   * A file at the tip of a branch of the repository at that path.
   *
   * @return empty if there is no repository; a list of one content, or of none if there is no such
   *     branch or file
   */
  public static Optional<List<byte[]>> atTip(Path repository, String branch, String file)
      throws IOException {
    Optional<Repository> found = RepositoryOnDisk.at(repository);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (Repository opened = found.get()) {
      ObjectId tip = opened.resolve(Constants.R_HEADS + branch);
      return Optional.of(contents(opened, tip == null ? List.of() : List.of(tip), file));
    }
  }

  private static List<ObjectId> heads(Repository repository) throws IOException {
    List<ObjectId> heads = new ArrayList<>();
    ObjectId head = repository.resolve(Constants.HEAD);
    if (head != null) {
      heads.add(head);
    }
    List<ObjectId> merged = repository.readMergeHeads();
    if (merged != null) {
      heads.addAll(merged);
    }
    return heads;
  }

  private static List<byte[]> contents(Repository repository, List<ObjectId> commits, String path)
      throws IOException {
    List<byte[]> contents = new ArrayList<>();
    for (ObjectId commit : commits) {
      byte[] content = content(repository, commit, path);
      if (content != null) {
        contents.add(content);
      }
    }
    return contents;
  }

  private static byte @Nullable [] content(Repository repository, ObjectId commit, String path)
      throws IOException {
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk walk = TreeWalk.forPath(repository, path, commits.parseCommit(commit).getTree())) {
      return walk == null ? null : repository.open(walk.getObjectId(0)).getBytes();
    }
  }

  private static boolean isIgnored(Repository repository, String path) throws IOException {
    if (!Files.exists(repository.getWorkTree().toPath().resolve(path))) {
      // What walks the disk would not come to it: in a fresh clone not even its folder is there.
      return new IgnoreRules(repository, path).ignore(path);
    }
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(new FileTreeIterator(repository));
      walk.setFilter(PathFilter.create(path));
      while (walk.next()) {
        if (walk.getTree(0, WorkingTreeIterator.class).isEntryIgnored()) {
          return true;
        }
        if (walk.isSubtree()) {
          walk.enterSubtree();
        }
      }
      return false;
    }
  }
}
