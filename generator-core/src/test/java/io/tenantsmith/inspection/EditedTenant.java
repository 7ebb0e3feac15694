package io.tenantsmith.inspection;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.harness.CaseFile;
import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Reads;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.Layout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The objects of a tenant of the sample, as they are rendered, with a few things changed. */
final class EditedTenant {

  private static final String OBJECT_FILE = "edited.yaml";

  private final ResolvedTenant tenant;
  private final List<Map<String, Object>> objects = new ArrayList<>();

  private EditedTenant(ResolvedTenant tenant) {
    this.tenant = tenant;
  }

  /** The tenant as it is rendered. */
  static EditedTenant rendered(String id) {
    ResolvedTenant tenant =
        GoldenFleet.tenants().stream()
            .filter(each -> each.id().value().equals(id))
            .findFirst()
            .orElseThrow();
    EditedTenant edited = new EditedTenant(tenant);
    Path folder = SampleFleet.root().resolve("output").resolve(Layout.tenant(tenant).toString());
    for (Path file : YamlTrees.files(folder)) {
      if (!file.endsWith("kustomization.yaml")) {
        edited.objects.addAll(YamlTrees.documents(YamlTrees.text(file)));
      }
    }
    return edited;
  }

  /** The tenant of a case: each section edits, adds or drops one object. */
  static EditedTenant of(CaseFile file) {
    EditedTenant edited = rendered(file.sections().get(0).head().split(" ", -1)[1]);
    for (CaseFile.Section section : file.sections()) {
      String[] head = section.head().split(" ", -1);
      switch (head[0]) {
        case "edit" -> Edits.apply(edited.object(head[2], head[3]), section.text());
        case "add" -> edited.objects.addAll(YamlTrees.documents(section.text()));
        case "drop" -> edited.objects.remove(edited.object(head[2], head[3]));
        default -> throw new AssertionError("no such section: " + section.head());
      }
    }
    return edited;
  }

  /** What an inspection finds, as a user reads it. */
  String findings() {
    StringBuilder text = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics().stream().sorted().toList()) {
      text.append(diagnostic).append('\n');
      diagnostic.hint().ifPresent(hint -> text.append("  hint: ").append(hint).append('\n'));
    }
    return text.toString();
  }

  private List<Diagnostic> diagnostics() {
    Origin cause = new Origin(Layer.TENANT, SourceRange.at(tenant.file(), 6, 3));
    Artifact artifact =
        new Artifact(
                RelativePath.of(OBJECT_FILE),
                "",
                objects.stream().map(KubernetesObject::of).toList())
            .madeFrom(Reads.NONE.behind(List.of(cause)));
    return new Inspection(GoldenFleet.fleet(), GoldenFleet.tenants()).of(tenant, List.of(artifact));
  }

  private Map<String, Object> object(String kind, String name) {
    return objects.stream()
        .filter(object -> KubernetesObject.of(object).ref().display().equals(kind + " " + name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
  }
}
