package io.tenantsmith.git;

import io.tenantsmith.surroundings.Surroundings;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.attributes.AttributesNode;
import org.eclipse.jgit.attributes.AttributesRule;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;

/**
 * The work tree around a fleet's folder, as Git sees it: what it ignores, how it treats line ends.
 * Only looked at. Configuration of the user and the system is not seen, as everywhere here.
 */
public final class Checkout implements AutoCloseable {

  private final Repository repository;
  private final Path top;
  private final Path folder;

  private Checkout(Repository repository, Path folder) throws IOException {
    this.repository = repository;
    this.top = repository.getWorkTree().toPath().toRealPath();
    this.folder = folder;
  }

  /** How the line ends of a file may change when Git writes it. */
  public enum LineEnds {
    /** They stay, or are line feeds always. */
    FIXED,
    /** They follow what each machine is set to. */
    OPEN
  }

  /** The work tree around a folder; empty if it is in none. */
  public static Optional<Checkout> around(Path folder, Surroundings surroundings)
      throws IOException {
    GitSystem.install(surroundings);
    Path real = folder.toRealPath();
    FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(real.toFile());
    if (builder.getGitDir() == null) {
      return Optional.empty();
    }
    Repository repository = builder.setMustExist(true).build();
    if (repository.isBare()) {
      repository.close();
      return Optional.empty();
    }
    return Optional.of(new Checkout(repository, real));
  }

  /** Whether there is a commit. */
  public boolean hasCommit() throws IOException {
    ObjectId head = repository.resolve(Constants.HEAD);
    return head != null;
  }

  /** Whether older commits are missing. */
  public boolean isShallow() throws IOException {
    return !repository.getObjectDatabase().getShallowCommits().isEmpty();
  }

  /** Whether Git takes names that differ in case only for the same; as its configuration says. */
  public boolean ignoresCase() {
    return repository.getConfig().getBoolean("core", null, "ignorecase", false);
  }

  /** Those files below the folder that Git ignores and does not hold yet, sorted. */
  public Set<String> ignored(Set<String> files) throws IOException {
    Set<String> ignored = new TreeSet<>();
    if (files.isEmpty()) {
      return ignored;
    }
    DirCache index = repository.readDirCache();
    String ignoredFolder = "";
    try (TreeWalk walk = new TreeWalk(repository)) {
      FileTreeIterator disk = new FileTreeIterator(repository);
      disk.setWalkIgnoredDirectories(true);
      walk.addTree(disk);
      walk.setFilter(PathFilterGroup.createFromStrings(files.stream().map(this::path).toList()));
      while (walk.next()) {
        String path = walk.getPathString();
        boolean below = !ignoredFolder.isEmpty() && path.startsWith(ignoredFolder);
        WorkingTreeIterator entry = walk.getTree(0, WorkingTreeIterator.class);
        boolean out = below || entry.isEntryIgnored();
        if (walk.isSubtree()) {
          // What is below an ignored folder is ignored, too, and no line could take it back.
          ignoredFolder = out && !below ? path + "/" : ignoredFolder;
          walk.enterSubtree();
        } else if (out && index.findEntry(path) < 0) {
          ignored.add(path.substring(prefix().length()));
        }
      }
    }
    return ignored;
  }

  /** What becomes of the line ends of a file below the folder, which need not be there. */
  public LineEnds lineEnds(String file) throws IOException {
    String text = "";
    String eol = "";
    for (AttributesRule rule : rules(path(file))) {
      for (Attribute attribute : rule.getAttributes()) {
        switch (attribute.getKey()) {
          case "text", "crlf" -> text = attribute.getState().name();
          case "binary" -> text = attribute.getState() == Attribute.State.SET ? "UNSET" : text;
          case "eol" -> eol = String.valueOf(attribute.getValue());
          default -> {}
        }
      }
    }
    return text.equals("UNSET") || eol.equals("lf") ? LineEnds.FIXED : LineEnds.OPEN;
  }

  @Override
  public void close() {
    repository.close();
  }

  /** Rules that match a path; a later one wins. */
  private List<AttributesRule> rules(String path) throws IOException {
    List<AttributesRule> found = new ArrayList<>();
    Path at = top;
    String rest = path;
    while (true) {
      add(at.resolve(Constants.DOT_GIT_ATTRIBUTES), rest, found);
      int slash = rest.indexOf('/');
      if (slash < 0) {
        break;
      }
      at = at.resolve(rest.substring(0, slash));
      rest = rest.substring(slash + 1);
    }
    File own = new File(repository.getCommonDirectory(), Constants.INFO_ATTRIBUTES);
    add(own.toPath(), path, found);
    return found;
  }

  private static void add(Path file, String path, List<AttributesRule> found) throws IOException {
    if (!Files.isRegularFile(file)) {
      return;
    }
    AttributesNode node = new AttributesNode();
    try (InputStream in = Files.newInputStream(file)) {
      node.parse(in);
    }
    node.getRules().stream().filter(rule -> rule.isMatch(path, false)).forEach(found::add);
  }

  private String path(String file) {
    return prefix() + file;
  }

  /** The folder as seen from the top, with a slash at its end; empty if it is the top. */
  private String prefix() {
    String below = top.relativize(folder).toString().replace('\\', '/');
    return below.isEmpty() ? "" : below + "/";
  }
}
