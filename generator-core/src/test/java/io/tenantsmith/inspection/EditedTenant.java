package io.tenantsmith.inspection;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.harness.CaseFile;
import io.tenantsmith.harness.Edits;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Reads;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.ObjectRef;
import io.tenantsmith.run.RenderedArtifacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The objects of a tenant of the sample, as they are rendered, with a few things changed. */
final class EditedTenant {

  private static final RenderedArtifacts SAMPLE = RenderedArtifacts.of(SampleFleet.root());

  private final ResolvedTenant tenant;
  private final Map<Artifact, List<Map<String, Object>>> objects = new LinkedHashMap<>();
  private final List<Map<String, Object>> added = new ArrayList<>();

  private EditedTenant(ResolvedTenant tenant) {
    this.tenant = tenant;
  }

  /** The tenant as it is rendered. */
  static EditedTenant rendered(String id) {
    EditedTenant edited = new EditedTenant(SAMPLE.tenant(id));
    for (Artifact artifact : SAMPLE.ofTenant(id)) {
      if (!artifact.objects().isEmpty()) {
        edited.objects.put(artifact, YamlTrees.documents(artifact.text()));
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
        case "add" -> edited.added.addAll(YamlTrees.documents(section.text()));
        case "drop" -> edited.drop(edited.object(head[2], head[3]));
        default -> throw new AssertionError("no such section: " + section.head());
      }
    }
    return edited;
  }

  /** What an inspection finds, as a user reads it. */
  String findings() {
    StringBuilder text = new StringBuilder();
    Inspection inspection = new Inspection(SAMPLE.fleet(), SAMPLE.tenants());
    for (Diagnostic diagnostic : inspection.of(tenant, artifacts()).stream().sorted().toList()) {
      text.append(diagnostic).append('\n');
      diagnostic.hint().ifPresent(hint -> text.append("  hint: ").append(hint).append('\n'));
    }
    return text.toString();
  }

  /** The tenant. */
  ResolvedTenant tenant() {
    return tenant;
  }

  /**
   * Its files; what is not changed is the very same instance in all that are made so, as it is in
   * what patches leave.
   */
  List<Artifact> sharing() {
    Map<ObjectRef, Map<String, Object>> rendered = new HashMap<>();
    for (Artifact artifact : SAMPLE.ofTenant(tenant.id().value())) {
      artifact.objects().forEach(object -> rendered.put(object.ref(), object.tree()));
    }
    return artifacts().stream()
        .map(
            artifact ->
                artifact.holding(
                    artifact.objects().stream()
                        .map(object -> object.with(shared(object, rendered)))
                        .toList()))
        .toList();
  }

  private static Map<String, Object> shared(
      KubernetesObject edited, Map<ObjectRef, Map<String, Object>> rendered) {
    return Sharing.of(rendered.getOrDefault(edited.ref(), Map.of()), edited.tree());
  }

  /** What no input moves, and what is added, is found at a place that no case has. */
  private List<Artifact> artifacts() {
    Origin elsewhere = new Origin(Layer.TENANT, SourceRange.at(tenant.file(), 6, 3));
    Reads reads = Reads.NONE.behind(List.of(elsewhere));
    List<Artifact> artifacts = new ArrayList<>();
    objects.forEach(
        (artifact, trees) -> artifacts.add(artifact.holding(objects(trees)).madeFrom(reads)));
    artifacts.add(new Artifact(RelativePath.of("added.yaml"), "", objects(added)).madeFrom(reads));
    return artifacts;
  }

  private static List<KubernetesObject> objects(List<Map<String, Object>> trees) {
    return trees.stream().map(KubernetesObject::of).toList();
  }

  private void drop(Map<String, Object> object) {
    objects.values().forEach(trees -> trees.remove(object));
  }

  /** The first object of a name, or of one that begins like it where a digest follows. */
  private Map<String, Object> object(String kind, String name) {
    String display = kind + " " + name;
    boolean whole = !display.endsWith("*");
    String start = whole ? display : display.substring(0, display.length() - 1);
    return Stream.concat(objects.values().stream(), Stream.of(added))
        .flatMap(List::stream)
        .filter(
            object -> {
              String own = KubernetesObject.of(object).ref().display();
              return whole ? own.equals(display) : own.startsWith(start);
            })
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + display));
  }
}
