package io.tenantsmith.git;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Changes against a base tree. Contents go to the object store at once, only ids are kept; folders
 * that no change touches are never read.
 */
final class TreeEdits {

  private final CommitTree base;
  private final ObjectStore objects;
  private final Folder root = new Folder(new TreeMap<>());

  TreeEdits(CommitTree base, ObjectStore objects) {
    this.base = base;
    this.objects = objects;
  }

  /** What becomes of a name in a folder. */
  private sealed interface Edit {}

  private record Folder(SortedMap<String, Edit> children) implements Edit {}

  /** New content, or null for a file that is removed. */
  private record Content(@Nullable ObjectId id) implements Edit {}

  void put(RelativePath path, byte[] content) throws IOException {
    base.find(path);
    set(path, new Content(objects.blob(content)));
  }

  void remove(RelativePath path) throws IOException {
    base.find(path);
    set(path, new Content(null));
  }

  /** The new tree's id, or null if nothing is left in it. */
  @Nullable ObjectId write() throws IOException {
    return write(base.root(), root);
  }

  private void set(RelativePath path, Content content) {
    List<String> segments = path.segments();
    Folder folder = root;
    for (String segment : segments.subList(0, segments.size() - 1)) {
      folder = child(folder, TreeEntry.rawName(segment));
    }
    folder.children().put(TreeEntry.rawName(path.name()), content);
  }

  private static Folder child(Folder parent, String rawName) {
    if (parent.children().get(rawName) instanceof Folder folder) {
      return folder;
    }
    Folder made = new Folder(new TreeMap<>());
    parent.children().put(rawName, made);
    return made;
  }

  private @Nullable ObjectId write(@Nullable ObjectId old, Folder edits) throws IOException {
    SortedMap<String, TreeEntry> entries = new TreeMap<>(base.entries(old));
    for (Map.Entry<String, Edit> edit : edits.children().entrySet()) {
      TreeEntry entry = apply(edit.getKey(), entries.get(edit.getKey()), edit.getValue());
      if (entry == null) {
        entries.remove(edit.getKey());
      } else {
        entries.put(edit.getKey(), entry);
      }
    }
    return entries.isEmpty() ? null : objects.tree(format(entries));
  }

  private @Nullable TreeEntry apply(String rawName, @Nullable TreeEntry old, Edit edit)
      throws IOException {
    if (edit instanceof Folder folder) {
      ObjectId id = write(old != null && old.isFolder() ? old.id() : null, folder);
      return id == null ? null : new TreeEntry(rawName, FileMode.TREE, id);
    }
    ObjectId id = ((Content) edit).id();
    return id == null ? null : new TreeEntry(rawName, FileMode.REGULAR_FILE, id);
  }

  /** The lines of a tree in Git's order. */
  static TreeFormatter format(SortedMap<String, TreeEntry> entries) {
    TreeFormatter formatter = new TreeFormatter();
    entries.values().stream()
        .sorted(TreeEntry.GIT_ORDER)
        .forEach(entry -> formatter.append(entry.nameBytes(), entry.mode(), entry.id()));
    return formatter;
  }
}
