package io.tenantsmith.git;

import io.tenantsmith.git.InputDifference.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * The input files that a commit holds, compared with those that were read: the bytes that were
 * rendered, whatever the folder holds now. Line ends do not count: a checkout may convert them, and
 * they reach no rendered byte.
 */
final class CommittedInputs {

  private final ObjectReader reader;
  private final CommitTree tree;
  private final Path workTree;
  private final InputFiles files;
  private final SortedMap<String, Kind> found = new TreeMap<>();

  CommittedInputs(ObjectReader reader, @Nullable ObjectId tree, Path workTree, InputFiles files) {
    this.reader = reader;
    this.tree = new CommitTree(reader, tree);
    this.workTree = workTree;
    this.files = files;
  }

  /** What differs, by path below the fleet's root. */
  SortedMap<String, Kind> differences() throws IOException {
    Path root = files.root().toRealPath();
    try (ObjectInserter digest = new ObjectInserter.Formatter()) {
      for (Map.Entry<String, byte[]> file : files.contents().entrySet()) {
        Path path = root.resolve(file.getKey()).normalize();
        TreeEntry entry = entries(path.getParent()).get(rawName(path));
        if (entry == null) {
          found.put(file.getKey(), Kind.UNTRACKED);
        } else if (!holds(entry, file.getValue(), digest)) {
          found.put(file.getKey(), Kind.CHANGED);
        }
      }
    }
    for (String folder : files.folders()) {
      missing(folder, root.resolve(folder).normalize());
    }
    return found;
  }

  private void missing(String folder, Path path) throws IOException {
    for (TreeEntry entry : entries(path).values()) {
      String name = folder + "/" + entry.name();
      if (!entry.isFolder() && isInput(entry.name()) && !files.contents().containsKey(name)) {
        found.put(name, Kind.MISSING);
      }
    }
  }

  private static boolean isInput(String name) {
    return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }

  private boolean holds(TreeEntry entry, byte[] content, ObjectInserter digest) throws IOException {
    if (!entry.isFile()) {
      return false;
    }
    if (digest.idFor(Constants.OBJ_BLOB, content).equals(entry.id())) {
      return true;
    }
    try {
      byte[] committed = reader.open(entry.id(), Constants.OBJ_BLOB).getCachedBytes();
      return Arrays.equals(withPlainLineEnds(committed), withPlainLineEnds(content));
    } catch (MissingObjectException e) {
      return false; // a clone without this blob did not check it out either
    }
  }

  private static byte[] withPlainLineEnds(byte[] content) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(content.length);
    for (int i = 0; i < content.length; i++) {
      boolean beforeLineFeed = i + 1 < content.length && content[i + 1] == '\n';
      if (content[i] != '\r' || !beforeLineFeed) {
        plain.write(content[i]);
      }
    }
    return plain.toByteArray();
  }

  /** The lines of a folder in the commit; none for a folder that it does not hold. */
  private SortedMap<String, TreeEntry> entries(@Nullable Path folder) throws IOException {
    if (folder == null || !folder.startsWith(workTree) || tree.root() == null) {
      return new TreeMap<>();
    }
    ObjectId id = tree.root();
    for (Path segment : workTree.relativize(folder)) {
      if (!segment.toString().isEmpty()) {
        TreeEntry entry = tree.entries(id).get(TreeEntry.rawName(segment.toString()));
        if (entry == null || !entry.isFolder()) {
          return new TreeMap<>();
        }
        id = entry.id();
      }
    }
    return tree.entries(id);
  }

  private static String rawName(Path path) {
    return TreeEntry.rawName(String.valueOf(path.getFileName()));
  }
}
