package io.tenantsmith.git;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.surroundings.Surroundings;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;

/** Opens the repository that settings name, and creates one at a path if that is allowed. */
public final class RepositoryOpener {

  private final Machine machine;
  private final Location location;
  private final Refs refs;
  private final RepositoryAddress address;

  /** An opener of the repository at that location. */
  public RepositoryOpener(Machine machine, Location location, Refs refs) {
    this.machine = machine;
    this.location = location;
    this.refs = refs;
    this.address = location.address();
  }

  /**
   * Where a repository is.
   *
   * @param name of the setting or option that gives the address
   * @param folder what a path is relative to
   * @param use what for
   */
  public record Location(RepositoryAddress address, String name, Path folder, Use use) {}

  /** What a repository is opened for. */
  public enum Use {
    /** Something is published; a repository that is missing at a path is made. */
    PUBLISH_OR_MAKE,
    /** Something is published. */
    PUBLISH,
    /** It is only read. */
    READ
  }

  /** The repository, or why it cannot be opened. */
  public Result<GitopsRepository> open() throws IOException {
    return address.kind() == RepositoryAddress.Kind.PATH ? openPath() : openUrl();
  }

  private Result<GitopsRepository> openUrl() throws IOException {
    try {
      URIish uri = new URIish(address.text());
      if (address.kind() == RepositoryAddress.Kind.FILE && hasWorkTree(uri)) {
        // JGit's receiving side would move a branch that is checked out there.
        return missing("a file URL must name a bare repository", "name its path instead");
      }
      Transports transports = Transports.to(uri, machine.surroundings(), Transports.LIMIT);
      GitopsRepository opened =
          RemoteRepository.open(transports, machine.surroundings(), refs, machine.place());
      return address.kind() == RepositoryAddress.Kind.FILE
          ? withoutHooks(opened, Path.of(uri.getPath()))
          : Result.of(opened);
    } catch (URISyntaxException e) {
      return Result.failed(
          Diagnostic.error(
              Code.PUB707, machine.place(), location.name() + " is no URL: " + address.display()));
    }
  }

  private static boolean hasWorkTree(URIish uri) {
    return new File(uri.getPath(), Constants.DOT_GIT).exists();
  }

  private Result<GitopsRepository> openPath() throws IOException {
    Path path = location.folder().toAbsolutePath().resolve(address.text()).normalize();
    for (Path candidate : new Path[] {path, path.resolve(Constants.DOT_GIT)}) {
      if (RepositoryCache.FileKey.isGitRepository(candidate.toFile(), FS.DETECTED)) {
        return withoutHooks(opened(candidate), candidate);
      }
    }
    if (!isFree(path)) {
      return missing("there is a file or folder that is not a Git repository", "name another path");
    }
    if (location.use() != Use.PUBLISH_OR_MAKE) {
      return missing(
          "there is no repository",
          location.use() == Use.PUBLISH
              ? "set publish.create: true to have it made"
              : "name the one that was published to: nothing is made to be read");
    }
    create(path);
    return Result.of(opened(path));
  }

  /** A repository on this machine, unless a hook there would have a say. */
  private Result<GitopsRepository> withoutHooks(GitopsRepository opened, Path gitFolder)
      throws IOException {
    boolean local = RepositoryCache.FileKey.isGitRepository(gitFolder.toFile(), FS.DETECTED);
    if (!local || location.use() == Use.READ) {
      return Result.of(opened);
    }
    List<Diagnostic> found;
    try (Repository there = build(gitFolder)) {
      found = UnrunHooks.in(there, machine);
    }
    if (found.stream().anyMatch(Diagnostic::isError)) {
      opened.close();
      return Result.failed(found);
    }
    return Result.of(opened, found);
  }

  private GitopsRepository opened(Path gitFolder) throws IOException {
    return new LocalRepository(build(gitFolder), refs, machine);
  }

  private static Repository build(Path gitFolder) throws IOException {
    return new FileRepositoryBuilder().setGitDir(gitFolder.toFile()).build();
  }

  private static boolean isFree(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return !Files.exists(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.findAny().isEmpty();
    }
  }

  /** Made beside its place and moved there, so that nobody ever sees half a repository. */
  private void create(Path path) throws IOException {
    Surroundings surroundings = machine.surroundings();
    String unique = surroundings.processId() + "-" + (long) (surroundings.jitter() * 1e15);
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Path draft = path.resolveSibling("." + path.getFileName() + "." + unique);
    try {
      createDraft(draft);
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (AccessDeniedException e) {
      // Nobody knows the draft; who may not write beside the repository may not make it either.
      throw new AccessDeniedException(path.toString());
    } catch (FileSystemException e) {
      if (!RepositoryCache.FileKey.isGitRepository(path.toFile(), FS.DETECTED)) {
        throw e;
      }
      // Another run was faster; the repository that it made serves as well.
    } finally {
      TemporaryFolder.removeAll(draft);
    }
  }

  /** The folder is made here, since JGit does not say why it could not make one. */
  private void createDraft(Path draft) throws IOException {
    Files.createDirectory(draft);
    try (Repository made =
        new FileRepositoryBuilder().setBare().setGitDir(draft.toFile()).build()) {
      made.create(true);
      made.updateRef(Constants.HEAD).link(refs.base());
    }
  }

  private Result<GitopsRepository> missing(String fact, String hint) {
    return Result.failed(
        Diagnostic.error(
                Code.PUB702,
                machine.place(),
                location.name() + " " + address.display() + ": " + fact)
            .withHint(hint));
  }
}
