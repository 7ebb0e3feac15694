package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.SampleFleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits of fleet.yaml that move no manifest of a tenant change no file of a tenant. */
class QuietEditsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contact_email: platform@|contact_email: other@",
        "authentik: authentik-server:2026.8.3|authentik: authentik-server:2026.8.4",
        "pod_cidrs: [10.64.0.0/12]|pod_cidrs: [10.80.0.0/12]",
        "service_cidrs: [10.96.0.0/16]|service_cidrs: [10.97.0.0/16]",
        "node_cidrs: [10.250.0.0/16]|node_cidrs: [10.251.0.0/16]",
        "environment: prod|environment: live",
        "sync: both|sync: flux",
        "url: https://git.example.com/platform/fleet.git|url: https://git.example.com/other.git",
        "paused_page: https://www.example.com|paused_page: https://status.example.com",
        "host: ai.example.com|host: chat.example.com",
      })
  void noTenantChanges(String text, String other) throws IOException {
    SampleFleet.copyTo(folder, 1);
    SortedMap<String, String> before = tenants();
    assertThat(before).hasSizeGreaterThan(30);
    Path fleet = folder.resolve("fleet.yaml");
    String edited = Files.readString(fleet).replace(text, other);
    assertThat(edited).isNotEqualTo(Files.readString(fleet));
    Files.writeString(fleet, edited);
    assertThat(tenants()).isEqualTo(before);
  }

  private SortedMap<String, String> tenants() throws IOException {
    Report report = new Generate(false).run(Request.of(folder), Session.ofThisProcess());
    assertThat(report.outcome()).as("%s", report.diagnostics()).isEqualTo(Outcome.DONE);
    return SampleFleet.tree(folder.resolve("output/clusters/prod-eu-1/tenants"));
  }
}
