package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.surroundings.Whereabouts;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Paths of a fleet's files from where people stand and from the root of their repository. What is
 * no file of the fleet, for instance a name that was asked for, stays as it is.
 */
public final class FleetPaths implements FileNames {

  private final Whereabouts at;
  private final List<String> known;

  private FleetPaths(Whereabouts at, List<String> known) {
    this.at = at;
    this.known = known;
  }

  /** The paths of the files that a request is about. */
  public static FleetPaths of(Request request) {
    return of(request, Whereabouts.of(request.directory()));
  }

  static FleetPaths of(Request request, Whereabouts at) {
    Request.Folders folders = request.folders();
    return new FleetPaths(
        at, List.of(folders.fleet(), folders.tenants(), folders.tiers(), folders.output()));
  }

  @Override
  public String fromHere(String file) {
    return from(at.here(), file);
  }

  @Override
  public String fromRepository(String file) {
    return from(at.workTree().orElse(at.here()), file);
  }

  private String from(Path base, String file) {
    if (base.equals(at.folder())) {
      return file;
    }
    try {
      Path path = at.folder().resolve(file).normalize();
      return isOfFleet(file) || Files.exists(path) ? relative(base, path) : file;
    } catch (InvalidPathException e) {
      return file; // a name with characters that this system has not
    }
  }

  private boolean isOfFleet(String file) {
    return known.stream().anyMatch(name -> file.equals(name) || file.startsWith(name + "/"));
  }

  /** A path through the root of the file system helps nobody; then it is absolute. */
  private static String relative(Path base, Path path) {
    boolean related =
        base.getNameCount() == 0
            || (path.getRoot().equals(base.getRoot()) && path.getName(0).equals(base.getName(0)));
    String text = (related ? base.relativize(path) : path).toString().replace('\\', '/');
    return text.isEmpty() ? "." : text;
  }
}
