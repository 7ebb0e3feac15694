package io.tenantsmith.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.Request;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.TextEdits;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor.ClusterTenant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is taken from another state of the fleet is what would have been rendered. */
class SharedArtifactsTest {

  private static final Contributors CONTRIBUTORS = new Contributors();

  private final TextFleet fleet = new TextFleet();
  private int edits;
  private int taken;
  private int rendered;

  @Test
  void aFileTakenFromAnotherStateIsTheOneThatWouldBeRendered() throws IOException {
    compareAll(TextFleet.read(SampleFleet.root()));

    System.out.printf("%d edits, %d files taken, %d rendered%n", edits, taken, rendered);
    assertThat(edits).isGreaterThan(30);
    assertThat(taken).as("of %s files in total", taken + rendered).isGreaterThan(rendered);
  }

  /** Another tenant is no setting, and all lists of a cluster's tenants change with it. */
  @Test
  void nothingIsTakenForAClusterWithOtherTenants() throws IOException {
    SortedMap<String, String> texts = TextFleet.read(SampleFleet.root());
    SortedMap<String, String> fewer = new TreeMap<>(texts);
    String gone = texts.keySet().stream().filter(f -> f.startsWith("tenants/")).findFirst().get();
    fewer.remove(gone);

    compare(Objects.requireNonNull(shared(fewer, null)), fewer, texts);
  }

  private void compareAll(SortedMap<String, String> texts) {
    SharedArtifacts known = Objects.requireNonNull(shared(texts, null));
    texts.forEach(
        (file, text) -> {
          for (TextEdits.Field field : TextEdits.of(file, text)) {
            SortedMap<String, String> edited = new TreeMap<>(texts);
            edited.put(file, field.edited(text, field.values().get(0)));
            compare(known, texts, edited);
          }
        });
  }

  private void compare(
      SharedArtifacts known, SortedMap<String, String> before, SortedMap<String, String> after) {
    SharedArtifacts alone = shared(after, null);
    if (alone == null || after.equals(before)) {
      return; // the rules refuse that value
    }
    SharedArtifacts beside = Objects.requireNonNull(shared(after, known));
    assertThat(texts(beside)).isEqualTo(texts(alone));
    Set<Artifact> there = Collections.newSetFromMap(new IdentityHashMap<>());
    there.addAll(known.artifacts());
    int same = (int) beside.artifacts().stream().filter(there::contains).count();
    edits++;
    taken += same;
    rendered += beside.artifacts().size() - same;
  }

  private @Nullable SharedArtifacts shared(
      SortedMap<String, String> texts, @Nullable SharedArtifacts known) {
    Optional<TextFleet.Settled> sound = fleet.settled(texts);
    if (sound.isEmpty()) {
      return null;
    }
    FleetRendering rendering =
        new FleetRendering(
            new SettledFleet(
                sound.get().fleet(),
                sound.get().tenants(),
                List.of(),
                OwnershipIndex.empty(),
                Request.Selection.ALL),
            CONTRIBUTORS);
    List<ClusterTenant> views = new ArrayList<>();
    sound
        .get()
        .tenants()
        .forEach(t -> views.add(ClusterTenant.of(t, rendering.files(t).artifacts())));
    return rendering.shared(views, known);
  }

  private static Map<String, String> texts(SharedArtifacts files) {
    return files.artifacts().stream()
        .collect(Collectors.toMap(file -> file.path().value(), Artifact::text));
  }
}
