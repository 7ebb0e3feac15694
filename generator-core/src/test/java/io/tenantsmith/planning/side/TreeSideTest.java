package io.tenantsmith.planning.side;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Progress;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.VariantFleet;
import io.tenantsmith.output.CurrentTree;
import io.tenantsmith.output.IndexReader;
import io.tenantsmith.output.OutputFolder;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.planning.RenderedSide;
import io.tenantsmith.planning.SideTenant;
import io.tenantsmith.planning.difference.Difference;
import io.tenantsmith.run.Contributors;
import io.tenantsmith.run.FormerFleet;
import io.tenantsmith.run.Inputs;
import io.tenantsmith.run.JudgedFleet;
import io.tenantsmith.run.LoadedFleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A tree as one side of a plan. */
class TreeSideTest {

  private static final Contributors CONTRIBUTORS = new Contributors();

  @TempDir Path folder;

  static List<String> variants() throws IOException {
    return VariantFleet.names();
  }

  /** Objects that are parsed are those that were rendered, patches and all. */
  @ParameterizedTest
  @MethodSource("variants")
  void whatIsReadIsWhatWasRendered(String variant) throws IOException {
    Path root = generated(VariantFleet.copyTo(folder, variant));
    RenderedSide rendered = side(root);
    RenderedSide stranger = side(SideFleet.in(folder.resolve("stranger")).root());
    TreeSide tree = tree(root, stranger, null);

    assertThat(tree.ids()).isEqualTo(rendered.ids()).isNotEmpty();
    for (String id : tree.ids()) {
      SideTenant before = tree.tenant(id);
      SideTenant after = rendered.tenant(id);
      assertThat(Difference.changes(Difference.matched(before.files(), after.files())))
          .as(id)
          .isEmpty();
      assertThat(Difference.files(before.files(), after.files())).as(id).isEmpty();
      assertThat(before.amounts().memoryBytes()).isEqualTo(after.amounts().memoryBytes());
      assertThat(before.amounts().objects()).isEqualTo(after.amounts().objects());
      assertThat(tree.isSame(id, rendered)).as(id).isTrue();
    }
    assertThat(Difference.changes(Difference.matched(tree.shared(), rendered.shared()))).isEmpty();
    assertThat(Difference.files(tree.shared(), rendered.shared())).isEmpty();
    assertThat(tree.diagnostics()).isEmpty();
  }

  /**
   * Whatever gives the objects, the other side, the tree's inputs or the parser, they are equal.
   */
  @ParameterizedTest
  @MethodSource("variants")
  void itDoesNotMatterWhoGivesTheObjects(String variant) throws IOException {
    Path root = generated(VariantFleet.copyTo(folder, variant));
    RenderedSide old = side(root);
    RenderedSide stranger = side(SideFleet.in(folder.resolve("stranger")).root());
    TreeSide parsed = tree(root, stranger, null);
    TreeSide known = tree(root, stranger, old);
    TreeSide same = tree(root, old, null);
    for (String id : parsed.ids()) {
      assertThat(
              Difference.changes(
                  Difference.matched(parsed.tenant(id).files(), known.tenant(id).files())))
          .isEmpty();
      assertThat(
              Difference.changes(
                  Difference.matched(parsed.tenant(id).files(), same.tenant(id).files())))
          .isEmpty();
      assertThat(known.isSame(id, old)).isTrue();
      assertThat(known.tenant(id).amounts()).isEqualTo(old.tenant(id).amounts());
    }
  }

  @Test
  void aPatchIsAppliedAsItStands() throws IOException {
    SideFleet fleet = SideFleet.in(folder);
    fleet.write(
        "tenants/acme.yaml",
        Files.readString(fleet.root().resolve("tenants/acme.yaml"))
            + """
            patches:
              - target: {kind: Deployment, name: wordpress}
                patch: |
                  - op: add
                    path: /spec/template/metadata/annotations/example.org~1note
                    value: patched
            """);
    fleet.generate();
    TreeSide tree = tree(folder, side(SideFleet.in(folder.resolve("stranger")).root()), null);
    assertThat(objects(tree.tenant("acme"))).contains("example.org/note=patched");
    assertThat(String.valueOf(tree.objects("acme").find("Deployment", "wordpress").get().tree()))
        .doesNotContain("example.org/note");
  }

  @Test
  void handEditsAreTold() throws IOException {
    SideFleet fleet = SideFleet.in(folder).generate();
    String below = "clusters/prod-eu-1/tenants/acme/";
    fleet.edit("output/" + below + "namespace.yaml", "kind: Namespace", "kind: Namespace ");
    Files.delete(folder.resolve("output/" + below + "quota.yaml"));
    fleet.write("output/" + below + "route.yaml", "a: [\n");
    fleet.edit("output/README.md", "#", "##");
    RenderedSide now = side(folder);
    TreeSide tree = tree(folder, now, now);

    assertThat(tree.isEdited(below + "namespace.yaml")).isTrue();
    assertThat(tree.isEdited(below + "quota.yaml")).isTrue();
    assertThat(tree.isEdited(below + "tenant.json")).isFalse();
    assertThat(tree.isEdited(below + "network.yaml")).isFalse();
    assertThat(tree.isEdited(below + "new-by-hand.yaml")).isFalse();
    assertThat(tree.isEdited("README.md")).isTrue();
    assertThat(tree.isEdited("clusters/prod-eu-1/kustomization.yaml")).isFalse();
    assertThat(tree.isSame("acme", now)).isFalse();
    assertThat(tree.isSame("globex", now)).isTrue();
    tree.tenant("acme");
    assertThat(tree.diagnostics())
        .extracting(Diagnostic::toString)
        .containsExactly(
            below
                + "route.yaml: warning PLN985: this file of the base is no list of objects, so all"
                + " that is rendered there is new");
  }

  /** As Git for Windows writes files. */
  @Test
  void convertedLineEndsAreNoEdits() throws IOException {
    SideFleet fleet = SideFleet.in(folder).generate();
    String file = "clusters/prod-eu-1/tenants/acme/namespace.yaml";
    fleet.edit("output/" + file, "\n", "\r\n");
    RenderedSide now = side(folder);
    TreeSide tree = tree(folder, now, null);
    assertThat(tree.isEdited(file)).isFalse();
    assertThat(tree.isSame("acme", now)).isTrue();
  }

  @Test
  void aPartIsComparedWithThePart() throws IOException {
    SideFleet fleet = SideFleet.in(folder).generate();
    fleet.tenant("globex", "pro");
    Request part = new Request(folder, Request.Folders.USUAL, new Request.Selection("acme", null));
    RenderedSide now = side(part);
    TreeSide tree = tree(folder, now, null);
    assertThat(tree.ids()).containsExactly("acme");
    now.tenant("acme");
    assertThat(Difference.matched(tree.shared(), now.shared())).isEmpty();
  }

  private static String objects(SideTenant tenant) {
    SortedMap<String, String> all = new TreeMap<>();
    tenant
        .files()
        .forEach(
            file ->
                all.merge(
                    file.path(),
                    file.objects().stream().map(o -> o.tree().toString()).toList().toString(),
                    String::concat));
    return all.toString();
  }

  private static Path generated(Path root) {
    Report report = new Generate(false).run(Request.of(root), Session.ofThisProcess());
    assertThat(report.outcome()).as("%s", report.diagnostics()).isEqualTo(Outcome.DONE);
    return root;
  }

  private static RenderedSide side(Path root) throws IOException {
    return side(Request.of(root));
  }

  private static RenderedSide side(Request request) throws IOException {
    LoadedFleet loaded = new Inputs(request, Progress.NONE, List.of()).read();
    OwnershipIndex index = current(request.directory()).index();
    return new RenderedSide(
        FormerFleet.of(JudgedFleet.of(loaded, request.selection()), index).orElseThrow().settled(),
        CONTRIBUTORS,
        1);
  }

  private static TreeSide tree(Path root, RenderedSide now, @Nullable RenderedSide old)
      throws IOException {
    return new TreeSide(current(root), now, old);
  }

  private static CurrentTree current(Path root) throws IOException {
    return new IndexReader("output", "tenantsmith 1.0.0")
        .read(OutputFolder.at(root.resolve("output")))
        .value()
        .orElseThrow();
  }
}
