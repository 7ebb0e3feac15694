package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.output.Change;
import io.tenantsmith.output.OutputFile;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.output.Plan;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.run.ComparedFleet;
import io.tenantsmith.run.DataWatch;
import io.tenantsmith.run.SettledFleet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds data and leaves without a step is never overlooked. */
class DataWatchTest {

  @TempDir private Path folder;

  private final SettledFleet settled;
  private final List<Change> handedOn = new ArrayList<>();
  private final DataWatch watch = new DataWatch(handedOn::add);

  DataWatchTest() throws IOException {
    settled =
        new MemoryFleet().valid(IntStream.range(0, 9).mapToObj(i -> tenant("t" + i)).toList());
  }

  @Test
  void whatASyncToolWouldDeleteIsRefused() throws IOException {
    change("t1", "chat.yaml", claim("data", false) + "---\n" + claim("more", false), null);

    assertThat(found())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(Code.GRD807))
        .satisfies(refusal -> assertThat(refusal.isError()).isTrue())
        .satisfies(refusal -> assertThat(refusal.range().file()).isEqualTo("tenants/t1.yaml"))
        .satisfies(
            refusal ->
                assertThat(refusal.message())
                    .endsWith(
                        "PersistentVolumeClaim tenant-t1/data, PersistentVolumeClaim"
                            + " tenant-t1/more"));
    assertThat(handedOn).hasSize(1);
  }

  @Test
  void whatIsProtectedStaysAndIsNamed() throws IOException {
    change("t1", "chat.yaml", claim("data", true), null);

    assertThat(found())
        .singleElement()
        .satisfies(warning -> assertThat(warning.code()).isEqualTo(Code.GRD806))
        .satisfies(warning -> assertThat(warning.isError()).isFalse());
  }

  @Test
  void anotherNameIsALossThoughTheNumberStays() throws IOException {
    change("t1", "chat.yaml", claim("data", false), claim("data-2", false));

    assertThat(found()).extracting(Diagnostic::code).containsExactly(Code.GRD807);
  }

  @Test
  void whatMovesBetweenFilesOrChangesStays() throws IOException {
    change("t1", "a.yaml", claim("data", false), null);
    change("t1", "b.yaml", null, claim("data", false));
    change("t2", "c.yaml", claim("data", true), claim("data", false));
    change("t3", "d.yaml", "apiVersion: v1\nkind: Service\nmetadata:\n  name: data\n", null);

    assertThat(found()).isEmpty();
  }

  @Test
  void theSameNameOfAnotherTenantDoesNotCount() throws IOException {
    change("t1", "a.yaml", claim("data", false), null);
    change("t2", "a.yaml", null, claim("data", false));

    assertThat(found()).hasSize(1);
  }

  @Test
  void manyTenantsAreCounted() throws IOException {
    for (int i = 0; i < 8; i++) {
      change("t" + i, "chat.yaml", claim("data", true), null);
    }

    assertThat(found())
        .hasSize(6)
        .last()
        .satisfies(last -> assertThat(last.message()).contains("of 3 more tenants"));
  }

  @Test
  void aStepSpeaksForItself() throws IOException {
    change("t1", "chat.yaml", claim("data", false), null);
    change("t2", "chat.yaml", claim("data", false), null);

    List<Diagnostic> found = watch.found(compared(List.of(step("t1")), List.of("t2")), settled);

    assertThat(found).isEmpty();
  }

  @Test
  void aFeatureThatIsSwitchedOffLeavesItsVolumeBehind() throws IOException {
    SampleFleet.copyTo(folder, 1);
    generate();
    Path file = folder.resolve("tenants/globex.yaml");
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(
        file, text.replaceAll("content_automation: *true", "content_automation: false"));

    assertThat(generate().diagnostics())
        .as("Secrets that are copied from elsewhere are no loss")
        .singleElement()
        .satisfies(warning -> assertThat(warning.code()).isEqualTo(Code.GRD806))
        .satisfies(
            warning ->
                assertThat(warning.message())
                    .contains("PersistentVolumeClaim tenant-globex/open-webui-data"));
    assertThat(generate().diagnostics()).isEmpty();
  }

  private Report generate() {
    Report report = new Generate(false).run(Request.of(folder), Session.ofThisProcess());
    assertThat(report.outcome()).as("%s", report.diagnostics()).isEqualTo(Outcome.DONE);
    return report;
  }

  private List<Diagnostic> found() {
    return watch.found(compared(List.of(), List.of()), settled);
  }

  private static ComparedFleet compared(List<StepPlan> steps, List<String> removed) {
    Plan plan =
        new Plan(
            Plan.FileCounts.NONE,
            new Plan.TenantChanges(List.of(), List.of(), removed, List.of(), 9),
            List.of(),
            OwnershipIndex.empty(),
            0);
    return new ComparedFleet(plan, List.of(), 0, 0, Set.of(), steps);
  }

  private static StepPlan step(String tenant) {
    return new StepPlan(
        new StepPlan.Way(
            new StepPlan.Place(tenant, "c", "tenant-" + tenant),
            "erasing",
            "erased",
            SourceRange.ofFile(tenant)),
        new StepPlan.ObjectCounts(0, 0, 1, 0),
        List.of(),
        StepPlan.Leaving.NOTHING,
        new StepPlan.Checks(List.of(), List.of()));
  }

  private void change(String tenant, String name, @Nullable String before, @Nullable String after)
      throws IOException {
    RelativePath path = RelativePath.of("clusters/c/tenants/" + tenant).resolve(name);
    watch.take(
        new Change(
            path,
            TenantId.parse(tenant).value().orElseThrow(),
            before == null ? null : namespaced(before, tenant).getBytes(StandardCharsets.UTF_8),
            after == null ? null : file(path, namespaced(after, tenant), tenant)));
  }

  private static String namespaced(String text, String tenant) {
    return text.replace("NAMESPACE", "tenant-" + tenant);
  }

  private static OutputFile file(RelativePath path, String text, String tenant) {
    String name = text.replaceAll("(?s).*\n  name: ([^\n]+)\n.*", "$1");
    Map<String, Object> metadata = Map.of("name", name, "namespace", "tenant-" + tenant);
    KubernetesObject object =
        KubernetesObject.of(
            Map.of("apiVersion", "v1", "kind", "PersistentVolumeClaim", "metadata", metadata));
    return OutputFile.of(new Artifact(path, text, List.of(object)));
  }

  private static String claim(String name, boolean marked) {
    String marks =
        marked ? "  annotations:\n    kustomize.toolkit.fluxcd.io/prune: disabled\n" : "";
    return "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: "
        + name
        + "\n  namespace: NAMESPACE\n"
        + marks;
  }

  private static Map<String, Object> tenant(String id) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("tenant_id", id);
    file.put("display_name", id);
    file.put("admin_email", "a@b.example");
    file.put("tier", "free");
    file.put("cluster", MemoryFleet.CLUSTERS.get(0));
    return file;
  }
}
