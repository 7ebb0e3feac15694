package io.tenantsmith.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditedFileTest {

  private static final String NAME = "tenants/acme.yaml";

  @TempDir private Path fleet;
  private Path file;

  @BeforeEach
  void setUp() throws IOException {
    file = Files.createDirectory(fleet.resolve("tenants")).resolve("acme.yaml");
    Files.writeString(file, "state: active\r\ntier: pro\r\n");
  }

  @Test
  void itIsWritten() throws IOException {
    assertThat(edited("suspended").write(fleet)).isEmpty();
    assertThat(Files.readString(file)).isEqualTo("state: suspended\r\ntier: pro\r\n");
  }

  @Test
  void whatDoesNotChangeIsNotTouched() throws IOException {
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, longAgo);
    assertThat(edited("active").write(fleet)).isEmpty();
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
  }

  @Test
  void whatSomebodyElseWroteIsNotLost() throws IOException {
    EditedFile edited = edited("suspended");
    Files.writeString(file, "state: retained\n");
    assertThat(edited.write(fleet).map(Diagnostic::toString))
        .hasValue(
            "tenants/acme.yaml: error EDT953: somebody changed the file while it was being edited");
    assertThat(file).hasContent("state: retained\n");
  }

  @Test
  void theDiskIsQuoted() throws IOException {
    EditedFile edited = edited("suspended");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assertThat(edited.write(fleet).map(Diagnostic::toString))
        .hasValue("tenants/acme.yaml: error EDT954: the file cannot be written: access denied");
    Files.delete(file);
    assertThat(edited.write(fleet).map(Diagnostic::toString))
        .hasValue(
            "tenants/acme.yaml: error EDT954: the file cannot be written:"
                + " there is no such file or folder");
  }

  private EditedFile edited(String state) throws IOException {
    return YamlEdit.of(
            new SourceFile(NAME, Files.readAllBytes(file)),
            List.of(FieldEdit.put(FieldPath.of("state"), state)))
        .value()
        .orElseThrow();
  }

  @Test
  void linesShowWhatAReviewerNeeds() {
    EditedFile edited =
        YamlEdit.of(
                new SourceFile(NAME, "a: 1\nb: 1\nc: 1\nd: 1\ne: 1\nf: 1\n".getBytes(UTF_8)),
                List.of(FieldEdit.put(FieldPath.of("d"), 2), FieldEdit.take(FieldPath.of("f"))))
            .value()
            .orElseThrow();
    assertThat(edited.lines())
        .containsExactly(
            new EditedLine(EditedLine.Kind.KEPT, 2, "b: 1"),
            new EditedLine(EditedLine.Kind.KEPT, 3, "c: 1"),
            new EditedLine(EditedLine.Kind.REMOVED, 4, "d: 1"),
            new EditedLine(EditedLine.Kind.ADDED, 4, "d: 2"),
            new EditedLine(EditedLine.Kind.KEPT, 5, "e: 1"),
            new EditedLine(EditedLine.Kind.REMOVED, 6, "f: 1"));
  }
}
