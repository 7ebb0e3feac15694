package io.tenantsmith.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * The files of a commit, seen from a folder of its work tree: names and bytes, without a checkout.
 * A link is seen, never followed.
 */
public final class CommittedFiles implements AutoCloseable {

  private final ObjectReader reader;
  private final CommitTree tree;
  private final Path workTree;
  private final Path folder;
  private final ObjectInserter digest = new ObjectInserter.Formatter();

  CommittedFiles(ObjectReader reader, ObjectId root, Path workTree, Path folder) {
    this.reader = reader;
    this.tree = new CommitTree(reader, root);
    this.workTree = workTree;
    this.folder = folder;
  }

  /** What a commit has at a path. */
  public enum Kind {
    NOTHING,
    FILE,
    FOLDER,
    /** A symbolic link. */
    LINK,
    /** Another repository. */
    SUBMODULE
  }

  /** What is at a path that is relative to the folder. */
  public Kind kind(String path) throws IOException {
    TreeEntry entry = entry(path);
    if (entry == null) {
      return Kind.NOTHING;
    }
    if (entry.isFile()) {
      return Kind.FILE;
    }
    if (entry.isFolder()) {
      return Kind.FOLDER;
    }
    return entry.isLink() && entry.mode().equals(FileMode.SYMLINK) ? Kind.LINK : Kind.SUBMODULE;
  }

  /** Names of all that lies in a folder itself. */
  public List<String> names(String path) throws IOException {
    TreeEntry entry = entry(path);
    return entry == null || !entry.isFolder()
        ? List.of()
        : tree.entries(entry.id()).values().stream().map(TreeEntry::name).toList();
  }

  /**
   * The first bytes of a file.
   *
   * @throws MissingContentException if the clone does not have them
   */
  public byte[] read(String path, int limit) throws IOException {
    TreeEntry entry = entry(path);
    if (entry == null || !entry.isFile()) {
      throw new IOException("no file: " + path);
    }
    try (InputStream in = reader.open(entry.id(), Constants.OBJ_BLOB).openStream()) {
      return in.readNBytes(limit);
    } catch (MissingObjectException e) {
      throw new MissingContentException(path, e);
    }
  }

  /** Whether a file has exactly these bytes; it is not read for that. */
  public boolean holds(String path, byte[] content) throws IOException {
    TreeEntry entry = entry(path);
    return entry != null
        && entry.isFile()
        && digest.idFor(Constants.OBJ_BLOB, content).equals(entry.id());
  }

  /**
   * What is at a path, as one name for its whole content: where it is the same in two commits, so
   * is all that lies there. Empty if there is nothing.
   */
  public Optional<String> contentId(String path) throws IOException {
    return Optional.ofNullable(entry(path)).map(entry -> entry.id().name());
  }

  @Override
  public void close() {
    digest.close();
    reader.close();
  }

  /** A clone without this content did not check it out either. */
  public static final class MissingContentException extends IOException {
    private static final long serialVersionUID = 1L;

    MissingContentException(String path, MissingObjectException cause) {
      super(path, cause);
    }
  }

  private @Nullable TreeEntry entry(String path) throws IOException {
    Path place = folder.resolve(path).normalize();
    ObjectId root = tree.root();
    if (!place.startsWith(workTree) || root == null) {
      return null;
    }
    TreeEntry at = new TreeEntry("", FileMode.TREE, root);
    for (Path segment : workTree.relativize(place)) {
      String name = segment.toString();
      if (!name.isEmpty()) {
        at = at.isFolder() ? tree.entries(at.id()).get(TreeEntry.rawName(name)) : null;
        if (at == null) {
          return null;
        }
      }
    }
    return at;
  }
}
