package io.tenantsmith.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The fleet at the top of this repository, and copies of it. */
public final class SampleFleet {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private SampleFleet() {}

  /** Where it is. */
  public static Path root() {
    return ROOT;
  }

  /** Copies the inputs, files in an order drawn from the seed. */
  public static Path copyTo(Path target, long seed) throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(ROOT.resolve("fleet.yaml"));
    for (String folder : List.of("tiers", "tenants")) {
      try (Stream<Path> below = Files.walk(ROOT.resolve(folder), 2)) {
        below.filter(file -> file.toString().endsWith(".yaml")).forEach(files::add);
      }
    }
    Collections.shuffle(files, new Random(seed));
    for (Path file : files) {
      Path copy = target.resolve(ROOT.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    return target;
  }

  /** Copies what is rendered. */
  public static void copyOutputTo(Path target) throws IOException {
    try (Stream<Path> below = Files.walk(ROOT.resolve("output"))) {
      for (Path file : below.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(ROOT.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  /**
   * Every file below a folder: path with {@code /} to its text in ISO-8859-1, that is its bytes.
   */
  public static SortedMap<String, String> tree(Path folder) throws IOException {
    SortedMap<String, String> tree = new TreeMap<>();
    if (!Files.exists(folder)) {
      return tree;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> tree.put(folder.relativize(file).toString().replace('\\', '/'), bytes(file)));
    }
    return tree;
  }

  /** The same tree without fingerprints, which are those of the code, too. */
  public static SortedMap<String, String> withoutFingerprints(SortedMap<String, String> tree) {
    SortedMap<String, String> plain = new TreeMap<>(tree);
    plain.computeIfPresent(
        "index.json",
        (path, text) -> text.replaceAll(", \"fingerprint\": \"sha256:[0-9a-f]{64}\"", ""));
    return plain;
  }

  private static String bytes(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
