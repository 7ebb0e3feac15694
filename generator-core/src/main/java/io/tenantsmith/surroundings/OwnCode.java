package io.tenantsmith.surroundings;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The classes and resources that a process runs. A jar keeps a checksum of each of them in its
 * directory, so that a digest of all costs no reading; a folder of classes gives the same one.
 */
public final class OwnCode {

  private OwnCode() {}

  /**
   * A digest of the code beside a class; empty if it comes from nowhere that can be looked into.
   *
   * @param counts which entries count, by their paths, for instance {@code io/a/B.class}
   */
  public static Optional<String> digest(Class<?> anchor, Predicate<String> counts) {
    CodeSource source = anchor.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      Path place = Path.of(source.getLocation().toURI());
      return Optional.of(
          digest(Files.isDirectory(place) ? ofFolder(place, counts) : ofJar(place, counts)));
    } catch (IOException | URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static SortedMap<String, String> ofJar(Path jar, Predicate<String> counts)
      throws IOException {
    SortedMap<String, String> entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.isDirectory() && counts.test(entry.getName())) {
          entries.put(entry.getName(), entry.getSize() + " " + entry.getCrc());
        }
      }
    }
    return entries;
  }

  private static SortedMap<String, String> ofFolder(Path folder, Predicate<String> counts)
      throws IOException {
    SortedMap<String, String> entries = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (counts.test(name)) {
          entries.put(name, Files.size(file) + " " + checksum(file));
        }
      }
    }
    return entries;
  }

  private static long checksum(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        CheckedInputStream checked = new CheckedInputStream(in, new CRC32())) {
      checked.transferTo(OutputStream.nullOutputStream());
      return checked.getChecksum().getValue();
    }
  }

  private static String digest(SortedMap<String, String> entries) {
    StringBuilder text = new StringBuilder();
    entries.forEach((name, sum) -> text.append(name).append(' ').append(sum).append('\n'));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
