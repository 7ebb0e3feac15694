package io.tenantsmith.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditedInPlaceTest {

  private static final byte[] OLD = "state: active\n".repeat(1000).getBytes(UTF_8);
  private static final byte[] NEW = "state: suspended\n".repeat(2000).getBytes(UTF_8);

  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private Path file;

  @BeforeEach
  void setUp() throws IOException {
    file = Files.write(folder.resolve("acme.yaml"), OLD);
  }

  @Test
  void theFileIsReplacedAndKeepsItsPermissions() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r----x"));
    EditedInPlace.at(file).write(OLD, NEW);
    assertThat(file).hasBinaryContent(NEW);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r----x");
    assertThat(names()).containsExactly("acme.yaml");
  }

  /** What a kill leaves is what is on the disk before a step; the next edit works and cleans up. */
  @Test
  void killedBeforeAnyStepTheFileIsOldOrNew() throws IOException {
    List<Path> killed = new ArrayList<>();
    EditedInPlace.at(file, () -> killed.add(snapshot(killed.size()))).write(OLD, NEW);
    killed.add(snapshot(killed.size()));
    assertThat(killed).hasSizeGreaterThan(3);
    int old = 0;
    for (Path each : killed) {
      byte[] content = Files.readAllBytes(each.resolve("acme.yaml"));
      assertThat(content).isIn(OLD, NEW);
      old += content.length == OLD.length ? 1 : 0;
      EditedInPlace.at(each.resolve("acme.yaml")).write(content, NEW);
      assertThat(each.resolve("acme.yaml")).hasBinaryContent(NEW);
      assertThat(names(each)).containsExactly("acme.yaml");
    }
    assertThat(old).isEqualTo(killed.size() - 1);
  }

  @Test
  void aFileThatSomebodyElseChangedIsLeftAlone() throws IOException {
    Runnable editor = () -> write("state: retained\n");
    assertThatExceptionOfType(ChangedMeanwhile.class)
        .isThrownBy(() -> EditedInPlace.at(file, editor).write(OLD, NEW));
    assertThat(file).hasContent("state: retained\n");
    assertThat(names()).containsExactly("acme.yaml");
  }

  @Test
  void readOnlyLinkedAndMissingFilesAreLeftAlone() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assertThatExceptionOfType(AccessDeniedException.class)
        .isThrownBy(() -> EditedInPlace.at(file).write(OLD, NEW));
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);
    assertThatExceptionOfType(LinkInTheWay.class)
        .isThrownBy(() -> EditedInPlace.at(link).write(OLD, NEW));
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> EditedInPlace.at(folder.resolve("none.yaml")).write(OLD, NEW));
    assertThat(file).hasBinaryContent(OLD);
    assertThat(names()).containsExactly("acme.yaml", "link.yaml");
  }

  private void write(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Path snapshot(int number) {
    try {
      return new Disk(folder).snapshot(elsewhere.resolve(String.valueOf(number))).root();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> names() throws IOException {
    return names(folder);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }
}
