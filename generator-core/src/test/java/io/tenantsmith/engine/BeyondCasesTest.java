package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.harness.CaseFile.Section;
import io.tenantsmith.harness.DiagnosticPage;
import io.tenantsmith.harness.Scenario;
import io.tenantsmith.output.Change;
import io.tenantsmith.output.CurrentTree;
import io.tenantsmith.output.FolderWriter;
import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a case file cannot hold: very many files, a second run beside the first. */
class BeyondCasesTest {

  @TempDir private Path folder;
  private Scenario scenario;

  @BeforeEach
  void beginWithTheBaseFleet() throws IOException {
    scenario = new Scenario(folder, Path.of("src/test/resources/cases/base"));
  }

  @Test
  void refusesAFolderOfTooManyFiles() throws IOException {
    for (int i = 0; i < 20_000; i++) {
      Files.createFile(folder.resolve("tenants/t" + i + ".yaml"));
    }
    assertThat(scenario.said()).contains(DiagnosticPage.of(Code.SRC107).example());
  }

  @Test
  void refusesMoreTenantsThanAClusterCarries() throws IOException {
    for (int i = 0; i < 2_500; i++) {
      tenant(i);
    }
    assertThat(scenario.said()).contains(DiagnosticPage.of(Code.FLT406).example());
  }

  @Test
  void warnsOfBackupsThatAllStartAtOnce() throws IOException {
    Path fleet = folder.resolve("fleet.yaml");
    String defaults = "defaults:\n  backup: {schedule: \"0 2 * * *\"}\n";
    Files.writeString(fleet, Files.readString(fleet) + defaults);
    // One tenant is there already.
    for (int i = 0; i < 59; i++) {
      tenant(i);
    }
    assertThat(scenario.said()).doesNotContain("FLT416");
    tenant(59);
    assertThat(scenario.said()).contains(DiagnosticPage.of(Code.FLT416).example());
  }

  private void tenant(int number) throws IOException {
    String id = "t" + number;
    String tenant = "display_name: T\nadmin_email: t@example.org\ntier: free\ntenant_id: " + id;
    Files.writeString(folder.resolve("tenants/" + id + ".yaml"), tenant);
  }

  @Test
  void waitsForNobodyWhoWritesTheSameFolder() throws IOException {
    try (FolderWriter other = new FolderWriter(folder.resolve("output"), CurrentTree.EMPTY)) {
      other.take(
          new Change(
              new RelativePath("old.yaml"),
              null,
              null,
              null)); // the lock comes with the first change
      scenario.take(new Section("run", new StringBuilder("generate")));
      assertThat(scenario.said())
          .contains(DiagnosticPage.of(Code.OUT507).example())
          .contains("outcome: ENVIRONMENT_FAILED");
    }
  }
}
