package io.tenantsmith.git;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/** Whether Git would ignore a file that is not there yet, perhaps with the folders above it. */
final class IgnoreRules {

  private final List<RulesOfFolder> rules = new ArrayList<>();

  /**
   * The rules for a file.
   *
   * @param path relative to the work tree, with slashes
   */
  IgnoreRules(Repository repository, String path) throws IOException {
    add("", new File(repository.getDirectory(), Constants.INFO_EXCLUDE).toPath());
    Path tree = repository.getWorkTree().toPath();
    add("", tree.resolve(Constants.DOT_GIT_IGNORE));
    for (String folder : foldersOf(path)) {
      add(folder + "/", tree.resolve(folder).resolve(Constants.DOT_GIT_IGNORE));
    }
  }

  /** The rules of one file, for what is below its folder. */
  private record RulesOfFolder(String folder, IgnoreNode rules) {

    Optional<Boolean> ignore(String path, boolean isFolder) {
      return path.startsWith(folder)
          ? Optional.ofNullable(rules.checkIgnored(path.substring(folder.length()), isFolder))
          : Optional.empty();
    }
  }

  /** Whether the file or a folder above it is ignored. */
  boolean ignore(String path) {
    return foldersOf(path).stream().anyMatch(folder -> decide(folder, true)) || decide(path, false);
  }

  /** The nearest rule wins. */
  private boolean decide(String path, boolean isFolder) {
    for (int i = rules.size() - 1; i >= 0; i--) {
      Optional<Boolean> decided = rules.get(i).ignore(path, isFolder);
      if (decided.isPresent()) {
        return decided.get();
      }
    }
    return false;
  }

  private void add(String folder, Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      IgnoreNode node = new IgnoreNode();
      try (InputStream in = Files.newInputStream(file)) {
        node.parse(in);
      }
      rules.add(new RulesOfFolder(folder, node));
    }
  }

  private static List<String> foldersOf(String path) {
    List<String> folders = new ArrayList<>();
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      folders.add(path.substring(0, slash));
    }
    return folders;
  }
}
