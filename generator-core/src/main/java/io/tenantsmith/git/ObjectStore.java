package io.tenantsmith.git;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Writes objects: the first ones loose, as a change of one tenant needs few; after that all into
 * one pack, because hundreds of thousands of loose files, each synced, would take many minutes.
 */
final class ObjectStore implements AutoCloseable {

  private static final int LOOSE_OBJECTS = 64;

  private final Repository repository;
  private final ObjectInserter loose;
  private @Nullable PackInserter packed;
  private int written;

  ObjectStore(Repository repository) {
    this.repository = repository;
    this.loose = repository.newObjectInserter();
  }

  ObjectId blob(byte[] content) throws IOException {
    return next().insert(Constants.OBJ_BLOB, content);
  }

  ObjectId tree(TreeFormatter tree) throws IOException {
    return next().insert(tree);
  }

  ObjectId commit(CommitBuilder commit) throws IOException {
    return next().insert(commit);
  }

  /** Makes all objects durable and visible; only then may a ref name them. */
  void flush() throws IOException {
    loose.flush();
    if (packed != null) {
      Set<Path> before = packFiles();
      packed.flush();
      Set<Path> added = new HashSet<>(packFiles());
      added.removeAll(before);
      for (Path file : added) {
        sync(file);
      }
    }
  }

  @Override
  public void close() {
    loose.close();
    if (packed != null) {
      packed.close();
    }
  }

  private ObjectInserter next() {
    written++;
    if (written <= LOOSE_OBJECTS
        || !(repository.getObjectDatabase() instanceof ObjectDirectory objects)) {
      return loose;
    }
    if (packed == null) {
      packed = objects.newPackInserter();
      packed.setCompressionLevel(Deflater.DEFAULT_COMPRESSION);
    }
    return packed;
  }

  private Set<Path> packFiles() throws IOException {
    Path folder =
        repository.getObjectDatabase() instanceof ObjectDirectory objects
            ? objects.getPackDirectory().toPath()
            : repository.getDirectory().toPath();
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".pack") || file.toString().endsWith(".idx"))
          .collect(Collectors.toSet());
    }
  }

  /** JGit's pack inserter leaves this out, whatever the configuration says. */
  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
