package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.Deviations;
import io.tenantsmith.harness.SameFiles;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.StateDifference;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.model.TenantState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The three tenants of the sample in every state: what each state changes is what the golden of the
 * life cycle shows, and every byte of it is what was read before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeCycleGoldenTest {

  private static final Path KEPT = Path.of("src/test/resources/states").toAbsolutePath();
  private static final List<String> TENANTS = List.of("acme-corp", "globex", "tenant1");

  /** The domain of the golden's fleet, and of ours. */
  private static final String GOLDEN_DOMAIN = "sites.example.com";

  private static final String DOMAIN = "sites.example.net";

  private final Map<TenantState, Path> trees = new EnumMap<>(TenantState.class);

  @BeforeAll
  void live(@TempDir Path fleet, @TempDir Path states) throws IOException {
    new LifeCycleFleet(SampleFleet.copyTo(fleet, 27)).live(states, trees::put);
  }

  @Test
  void aStateChangesWhatTheGoldenShows() {
    Path golden = Contracts.path("golden-lifecycle");
    Path active = Contracts.path("golden").resolve("output");
    Deviations deviations =
        Deviations.ofPage(SampleFleet.root().resolve("docs/adr/0027-states-as-rendered.md"));
    List<String> problems = new ArrayList<>();
    for (TenantState state : TenantState.values()) {
      if (state != TenantState.ACTIVE) {
        for (String tenant : TENANTS) {
          SortedSet<String> theirs = new TreeSet<>();
          StateDifference.lines(active, golden.resolve(state.label()), tenant)
              .forEach(line -> theirs.add(line.replace(GOLDEN_DOMAIN, DOMAIN)));
          SortedSet<String> ours =
              StateDifference.lines(tree(TenantState.ACTIVE), tree(state), tenant);
          String where = state.label() + " " + tenant + " ";
          problems.addAll(deviations.unexplained(where + "golden", without(theirs, ours)));
          problems.addAll(deviations.unexplained(where + "ours", without(ours, theirs)));
        }
      }
    }
    assertThat(String.join("\n", problems)).isEmpty();
    assertThat(deviations.unused()).as("deviations that are none").isEmpty();
  }

  private static SortedSet<String> without(SortedSet<String> lines, SortedSet<String> others) {
    SortedSet<String> rest = new TreeSet<>(lines);
    rest.removeAll(others);
    return rest;
  }

  /** Only what differs from the active tree is kept; a file that is not there is an empty one. */
  @Test
  void aStateIsRenderedByteForByteAsBefore() throws IOException {
    SortedMap<String, String> active = files(TenantState.ACTIVE);
    for (TenantState state : TenantState.values()) {
      SortedMap<String, String> changed = new TreeMap<>();
      SortedMap<String, String> tree = files(state);
      tree.forEach(
          (path, text) -> {
            if (!text.equals(active.get(path))) {
              changed.put(path, text);
            }
          });
      active.keySet().stream()
          .filter(path -> !tree.containsKey(path))
          .forEach(path -> changed.put(path, ""));
      if (Boolean.getBoolean("golden.update")) {
        update(KEPT.resolve(state.label()), changed);
      }
      SameFiles.assertSame(changed, SampleFleet.tree(KEPT.resolve(state.label())));
    }
  }

  /** Ours may know more of a tenant, and its digests cover the builder's own files. */
  @Test
  void theIndexRemembersWhatTheGoldensDoes() {
    JsonMapper mapper = new JsonMapper();
    for (TenantState state : TenantState.values()) {
      if (state != TenantState.ACTIVE) {
        Path golden = Contracts.path("golden-lifecycle").resolve(state.label());
        JsonNode ours =
            mapper.readTree(YamlTrees.text(tree(state).resolve("index.json"))).path("tenants");
        JsonNode theirs = mapper.readTree(YamlTrees.text(golden.resolve("index.tenants.json")));
        assertThat(ours.size()).isEqualTo(theirs.size()).isEqualTo(TENANTS.size());
        for (int i = 0; i < theirs.size(); i++) {
          assertThat(forgotten(theirs.get(i), ours.get(i))).as(state.label()).isEmpty();
        }
      }
    }
  }

  private static List<String> forgotten(JsonNode theirs, JsonNode ours) {
    List<String> forgotten = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : theirs.properties()) {
      JsonNode value = ours.path(field.getKey());
      if (field.getValue().isObject()) {
        forgotten.addAll(forgotten(field.getValue(), value));
      } else if (!field.getKey().equals("digest") && !field.getValue().equals(value)) {
        forgotten.add(field + " is " + value);
      }
    }
    return forgotten;
  }

  private Path tree(TenantState state) {
    return trees.get(state);
  }

  /** All files; the index is of the run and is held by tests of its own. */
  private SortedMap<String, String> files(TenantState state) throws IOException {
    SortedMap<String, String> files = SampleFleet.tree(tree(state));
    files.remove("index.json");
    return files;
  }

  private static void update(Path folder, Map<String, String> files) throws IOException {
    assertThat(System.getenv("CI")).as("goldens are not updated on a CI server").isNull();
    for (String old : SampleFleet.tree(folder).keySet()) {
      Files.delete(folder.resolve(old));
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue(), StandardCharsets.ISO_8859_1);
    }
  }
}
