package io.tenantsmith.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFilesTest {

  @TempDir private Path root;

  @Test
  void foldersAreMadeAndFilesWritten() throws IOException {
    new NewFiles(root.resolve("a/b")).write(files("c/d.txt", "e.txt"));
    assertThat(root.resolve("a/b/c/d.txt")).hasContent("c/d.txt");
    assertThat(root.resolve("a/b/e.txt")).hasContent("e.txt");
  }

  @Test
  void whatIsThereIsNeverWrittenOver() throws IOException {
    Files.writeString(root.resolve("b.txt"), "ours");
    assertThat(new NewFiles(root).existing(files("a.txt", "b.txt").keySet()))
        .containsExactly(RelativePath.of("b.txt"));

    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> new NewFiles(root).write(files("a.txt", "b.txt")));
    assertThat(root.resolve("b.txt")).hasContent("ours");
    assertThat(root.resolve("a.txt")).doesNotExist();
  }

  @Test
  void aFailureLeavesNothingOfUsAndAllOfOthers() throws IOException {
    Files.createDirectories(root.resolve("theirs"));
    String tooLong = "z".repeat(300);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () -> new NewFiles(root).write(files("new/deep/a.txt", "theirs/b.txt", tooLong)));
    try (var left = Files.walk(root)) {
      assertThat(left.toList()).containsExactlyInAnyOrder(root, root.resolve("theirs"));
    }
  }

  @Test
  void noLinkIsFollowedAndNoFileTakenForAFolder() throws IOException {
    Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
    Path inside = Files.createDirectory(root.resolve("inside"));
    Files.createSymbolicLink(inside.resolve("link"), elsewhere);
    Files.writeString(inside.resolve("file"), "");

    NewFiles files = new NewFiles(inside);
    assertThatExceptionOfType(LinkInTheWay.class)
        .isThrownBy(() -> files.write(files("link/a.txt")));
    assertThatExceptionOfType(LinkInTheWay.class)
        .isThrownBy(() -> files.existing(List.of(RelativePath.of("link/a.txt"))));
    assertThatExceptionOfType(FileInTheWay.class)
        .isThrownBy(() -> files.write(files("file/a.txt")));
    assertThat(elsewhere).isEmptyDirectory();
  }

  private static SortedMap<RelativePath, byte[]> files(String... paths) {
    SortedMap<RelativePath, byte[]> files = new TreeMap<>();
    for (String path : paths) {
      files.put(RelativePath.of(path), path.getBytes(UTF_8));
    }
    return files;
  }
}
