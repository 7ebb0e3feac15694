package io.tenantsmith.git;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.jspecify.annotations.Nullable;

/**
 * The tree of a commit. Whatever is in the way of a managed path (links, submodules, a file where a
 * folder is due) is noted, never followed.
 */
public final class CommitTree {

  private static final int MAX_FILE_BYTES = 64 * 1024 * 1024;
  private static final int FOLDERS_IN_MEMORY = 32;

  private final ObjectReader reader;
  private final @Nullable ObjectId root;
  private final Map<ObjectId, SortedMap<String, TreeEntry>> folders = newCache();
  private final SortedMap<String, Diagnostic> obstacles = new TreeMap<>();

  /** The tree of that id, or an empty one. */
  CommitTree(ObjectReader reader, @Nullable ObjectId root) {
    this.reader = reader;
    this.root = root;
  }

  @Nullable ObjectId root() {
    return root;
  }

  /** The tree's id; zeros for an empty one. */
  public String id() {
    return root == null ? ObjectId.zeroId().name() : root.name();
  }

  /** The id that the tree would have without a file of its top folder. */
  ObjectId idWithout(RelativePath file) throws IOException {
    SortedMap<String, TreeEntry> entries = new TreeMap<>(entries(root));
    entries.remove(TreeEntry.rawName(file.value()));
    try (ObjectInserter digest = new ObjectInserter.Formatter()) {
      return TreeEdits.format(entries).computeId(digest);
    }
  }

  /** What is in the way, sorted by path; complete once all paths have been read. */
  public List<Diagnostic> obstacles() {
    return List.copyOf(obstacles.values());
  }

  /** Content of a file; empty if there is none at that path. */
  public Optional<byte[]> read(RelativePath path) throws IOException {
    TreeEntry entry = find(path);
    if (entry == null) {
      return Optional.empty();
    }
    ObjectLoader blob = reader.open(entry.id(), Constants.OBJ_BLOB);
    if (blob.getSize() > MAX_FILE_BYTES) {
      throw new IOException("a file of the branch is larger than " + MAX_FILE_BYTES + " bytes");
    }
    return Optional.of(blob.getBytes(MAX_FILE_BYTES));
  }

  /** The files that lie in a folder itself, by name; none if there is no such folder. */
  public SortedMap<String, byte[]> files(RelativePath folder) throws IOException {
    ObjectId id = root;
    for (String segment : folder.segments()) {
      TreeEntry entry = entries(id).get(TreeEntry.rawName(segment));
      if (entry == null || !entry.isFolder()) {
        return new TreeMap<>();
      }
      id = entry.id();
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Map.Entry<String, TreeEntry> entry : entries(id).entrySet()) {
      if (entry.getValue().isFile()) {
        files.put(
            entry.getKey(), reader.open(entry.getValue().id(), Constants.OBJ_BLOB).getBytes());
      }
    }
    return files;
  }

  /** The file at that path, or null. Every look notes what is in the way. */
  @Nullable TreeEntry find(RelativePath path) throws IOException {
    ObjectId folder = root;
    List<String> segments = path.segments();
    StringBuilder walked = new StringBuilder();
    for (int i = 0; i < segments.size(); i++) {
      walked.append(i == 0 ? "" : "/").append(segments.get(i));
      TreeEntry entry = entries(folder).get(TreeEntry.rawName(segments.get(i)));
      boolean last = i == segments.size() - 1;
      if (entry == null || !fits(entry, last, walked.toString())) {
        return null;
      }
      if (last) {
        return entry;
      }
      folder = entry.id();
    }
    return null;
  }

  /** All lines of a folder by raw name; none for null. */
  SortedMap<String, TreeEntry> entries(@Nullable ObjectId folder) throws IOException {
    if (folder == null) {
      return new TreeMap<>();
    }
    SortedMap<String, TreeEntry> known = folders.get(folder);
    if (known == null) {
      known = parse(folder);
      folders.put(folder, known);
    }
    return known;
  }

  private SortedMap<String, TreeEntry> parse(ObjectId folder) throws IOException {
    SortedMap<String, TreeEntry> found = new TreeMap<>();
    CanonicalTreeParser parser = new CanonicalTreeParser(null, reader, folder);
    while (!parser.eof()) {
      byte[] name = new byte[parser.getNameLength()];
      parser.getName(name, 0);
      String raw = new String(name, StandardCharsets.ISO_8859_1);
      found.put(raw, new TreeEntry(raw, parser.getEntryFileMode(), parser.getEntryObjectId()));
      parser.next();
    }
    return found;
  }

  private boolean fits(TreeEntry entry, boolean last, String path) {
    if (last ? entry.isFile() : entry.isFolder()) {
      return true;
    }
    obstacles.putIfAbsent(path, obstacle(entry, path));
    return false;
  }

  private static Diagnostic obstacle(TreeEntry entry, String path) {
    SourceRange place = SourceRange.ofFile(Quoted.escape(path));
    if (entry.isLink()) {
      String message = Quoted.quote(path) + " of the branch is a symbolic link or submodule";
      return Diagnostic.error(Code.PUB706, place, message)
          .withHint("remove it from the branch; managed files are never written through links");
    }
    String message =
        Quoted.quote(path)
            + (entry.isFolder()
                ? " of the branch is a folder where a file is due"
                : " of the branch is a file where a folder is due");
    return Diagnostic.error(Code.OUT503, place, message)
        .withHint("move it away on the branch, then publish again");
  }

  private static Map<ObjectId, SortedMap<String, TreeEntry>> newCache() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(
          Map.Entry<ObjectId, SortedMap<String, TreeEntry>> eldest) {
        return size() > FOLDERS_IN_MEMORY;
      }
    };
  }
}
