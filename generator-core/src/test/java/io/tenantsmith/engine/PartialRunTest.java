package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of one tenant, over what the index remembers of the others. */
class PartialRunTest {

  @TempDir private Path folder;
  private FleetFolder fleet;

  @BeforeEach
  void setUp() throws IOException {
    fleet = FleetFolder.in(folder).tenants(6, "One");
    fleet.expect(fleet.generate());
  }

  @Test
  void ofAnUnchangedTenantTouchesNothing() throws IOException {
    SortedMap<String, String> before = fleet.output();
    assertThat(rendered("t001")).containsExactly("rendering 1 of 1");
    assertThat(fleet.output()).isEqualTo(before);
  }

  @Test
  void changesTheLineOfThatTenantOnly() throws IOException {
    List<String> before = index();
    fleet.tenants(6, "Two");
    assertThat(rendered("t002")).containsExactly("rendering 1 of 1");
    List<String> after = index();
    assertThat(after).hasSameSizeAs(before);
    assertThat(changed(before, after)).allMatch(line -> line.contains("t002")).isNotEmpty();
  }

  @Test
  void overAnOlderIndexRendersTheSame() throws IOException {
    Path file = folder.resolve("output/index.json");
    forgetFirstBackups(file);
    SortedMap<String, String> before = fleet.output();
    String text = Files.readString(file);
    String older = text.replaceAll(", \"fingerprint\".*?\"requests\": \\{[^}]*\\}", "");
    assertThat(older).doesNotContain("fingerprint");
    Files.writeString(file, older);
    rendered("t003");
    SortedMap<String, String> after = fleet.output();
    after.remove("index.json");
    before.remove("index.json");
    assertThat(after).isEqualTo(before);
    fleet.expect(fleet.generate());
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  /** An older index does not know of them, so none is one. */
  private void forgetFirstBackups(Path index) throws IOException {
    String text = Files.readString(index);
    Files.writeString(index, text.replaceAll(", \"first_backup\": \"[^\"]+\"", ""));
    fleet.expect(fleet.generate());
    assertThat(Files.readString(index)).isNotEqualTo(text).doesNotContain("first_backup");
  }

  /** What no manifest of a tenant shows changes no file of any tenant. */
  @Test
  void whatReachesNoManifestChangesNoTenant() throws IOException {
    SortedMap<String, String> before = fleet.output();
    Path file = folder.resolve("fleet.yaml");
    String text = Files.readString(file);
    assertThat(text).contains("contact_email: ");
    Files.writeString(
        file, text.replaceFirst("contact_email: .*", "contact_email: other@example.net"));
    fleet.expect(fleet.generate());
    SortedMap<String, String> after = fleet.output();
    Set<String> changed = new TreeSet<>();
    after.forEach(
        (path, content) -> {
          if (!content.equals(before.get(path))) {
            changed.add(path);
          }
        });
    assertThat(changed).isNotEmpty().noneMatch(path -> path.contains("/tenants/t"));
  }

  private List<String> rendered(String tenant) {
    List<String> heard = new ArrayList<>();
    Progress progress =
        (what, done, total) -> {
          if (what.equals("rendering")) {
            heard.add(what + " " + done + " of " + total);
          }
        };
    Request request =
        new Request(folder, Request.Folders.USUAL, new Request.Selection(tenant, null));
    fleet.expect(
        new Generate(false).run(request, new Session(Surroundings.ofThisProcess(), progress)));
    return heard;
  }

  private List<String> index() throws IOException {
    return Files.readAllLines(folder.resolve("output/index.json"));
  }

  private static List<String> changed(List<String> before, List<String> after) {
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      if (!after.get(i).equals(before.get(i))) {
        changed.add(after.get(i));
      }
    }
    return changed;
  }
}
