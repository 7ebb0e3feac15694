package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.command.Check;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.model.TenantState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which patches of a tenant a state leaves out, from its file to what is printed and rendered:
 * those of what the state does not have, and while it is suspended those that would undo it.
 */
class LeftOutPatchesTest {

  private static final List<String> TARGETS =
      List.of(
          "{kind: Deployment, name: wordpress}",
          "{kind: HTTPRoute, name: wordpress}",
          "{kind: HorizontalPodAutoscaler, name: wordpress}",
          "{kind: MariaDB, name: mariadb}",
          "{kind: PersistentVolumeClaim, name: wordpress-content}",
          "{kind: Service, name: wordpress}");

  /** The first line of the first patch. */
  private static final int FIRST = 7;

  private static final Map<String, String> TABLE =
      Map.of(
          "suspended",
          "Deployment wordpress, HTTPRoute wordpress, HorizontalPodAutoscaler wordpress",
          "retained",
          "Deployment wordpress, HTTPRoute wordpress, HorizontalPodAutoscaler wordpress, MariaDB"
              + " mariadb, Service wordpress",
          "erasing",
          "Deployment wordpress, HTTPRoute wordpress, HorizontalPodAutoscaler wordpress, MariaDB"
              + " mariadb, Service wordpress",
          "erased",
          "Deployment wordpress, HTTPRoute wordpress, HorizontalPodAutoscaler wordpress, MariaDB"
              + " mariadb, PersistentVolumeClaim wordpress-content, Service wordpress",
          "active",
          "");

  @TempDir private Path folder;
  private FleetFolder fleet;
  private IsolatedGit git;

  @BeforeEach
  void setUp() throws IOException {
    fleet = FleetFolder.in(folder);
    git = IsolatedGit.init(folder);
  }

  @Test
  void eachStateLeavesOutWhatTheTableSays() throws IOException {
    state(TenantState.ACTIVE);
    published();
    assertThat(applied()).isEqualTo(TARGETS.size());
    for (TenantState to :
        List.of(
            TenantState.SUSPENDED,
            TenantState.ACTIVE,
            TenantState.SUSPENDED,
            TenantState.RETAINED,
            TenantState.ERASING,
            TenantState.ERASED)) {
      state(to);
      Report check = new Check().run(Request.of(folder), Session.ofThisProcess());
      List<String> out = new ArrayList<>();
      for (String patch : TABLE.get(to.label()).split(", ")) {
        if (!patch.isEmpty()) {
          out.add(patch + ", line " + line(patch));
        }
      }
      String printed = String.join(" ", ReportText.summary(check)).replaceAll("\\s+", " ");
      if (out.isEmpty()) {
        assertThat(printed).doesNotContain("left out in this state");
      } else {
        assertThat(printed).contains(" patches left out in this state: " + String.join(", ", out));
      }
      published();
      assertThat(applied()).as(to.label()).isEqualTo(TARGETS.size() - out.size());
    }
  }

  /** Rendered and committed, which is what the next step is compared with. */
  private void published() throws IOException {
    fleet.expect(fleet.generate());
    git.run("add", "output");
    git.run("commit", "-q", "-m", "as it is");
  }

  private static int line(String patch) {
    String[] words = patch.split(" ");
    String target = "{kind: " + words[0] + ", name: " + words[1] + "}";
    assertThat(TARGETS).contains(target);
    return FIRST + 3 * TARGETS.indexOf(target);
  }

  private void state(TenantState state) throws IOException {
    StringBuilder file =
        new StringBuilder(
            "tenant_id: acme\ndisplay_name: ACME\nadmin_email: a@acme.example\ntier: pro\n");
    file.append("state: ").append(state.label()).append("\npatches:\n");
    for (String target : TARGETS) {
      file.append("  - target: ")
          .append(target)
          .append(
              "\n    patch: |\n      - {op: add, path: /metadata/labels/a.example~1x, value: words}\n");
    }
    if (state == TenantState.RETAINED) {
      file.append("until: \"2027-03-31\"\n");
    }
    if (state == TenantState.ERASING) {
      file.append("confirm: acme\n");
    }
    Files.writeString(folder.resolve("tenants/acme.yaml"), file);
  }

  /** How many patches the rendered folder asks Kustomize to apply. */
  private int applied() throws IOException {
    Map<String, String> files = new TreeMap<>(fleet.output());
    String list = files.get("clusters/prod-eu-1/tenants/acme/kustomization.yaml");
    return list.split("\n    target:", -1).length - 1;
  }
}
