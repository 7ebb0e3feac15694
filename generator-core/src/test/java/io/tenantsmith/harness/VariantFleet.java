package io.tenantsmith.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The fleets of tenants that the sample does not hold: a new variant is a new file there. */
public final class VariantFleet {

  private static final Path ALL = Path.of("src/test/resources/fleets/variants");

  private VariantFleet() {}

  /** Their names. */
  public static List<String> names() throws IOException {
    try (Stream<Path> folders = Files.list(ALL)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  /** Lays one down, with those tiers of the sample that it does not bring itself. */
  public static Path copyTo(Path target, String name) throws IOException {
    copy(SampleFleet.root().resolve("tiers"), target.resolve("tiers"));
    copy(ALL.resolve(name), target);
    return target;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
