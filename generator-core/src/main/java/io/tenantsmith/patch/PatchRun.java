package io.tenantsmith.patch;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Patch;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.objects.FieldChange;
import io.tenantsmith.objects.FieldChanges;
import io.tenantsmith.objects.Node;
import io.tenantsmith.objects.Trees;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies the patches of one tenant to its objects, in order. */
final class PatchRun {

  private static final String FIELDS_HINT =
      "patch another field, or use the field of the tenant, its tier or fleet.yaml that is made for"
          + " it";

  private static final String REFUSED_HINT =
      "the API server would refuse the object, and Flux with it all that is new of the tenant";

  private final Boundaries boundaries;
  private final FieldCheck fields;
  private final List<Artifact> artifacts;
  private final List<Patchable> objects = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<AppliedPatch> applied = new ArrayList<>();

  PatchRun(Boundaries boundaries, FieldCheck fields, List<Artifact> artifacts) {
    this.boundaries = boundaries;
    this.fields = fields;
    this.artifacts = artifacts;
    for (Artifact artifact : artifacts) {
      artifact.objects().forEach(object -> objects.add(new Patchable(object)));
    }
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  List<AppliedPatch> applied() {
    return applied;
  }

  void apply(Sourced<Patch> patch) {
    PatchDiagnostic ofPatch = new PatchDiagnostic(patch.range());
    try {
      Selection selection = Selection.of(patch.value().target());
      PatchBody body = PatchText.read(patch.value().text());
      List<Patchable> targets = objects.stream().filter(o -> o.isSelected(selection)).toList();
      if (targets.isEmpty()) {
        ofPatch.add(
            Code.PCH651,
            "",
            "no object of this tenant has " + Quoted.quote(selection.display()),
            hint(patch.value().target()));
      }
      targets.forEach(target -> apply(body, target, ofPatch));
    } catch (PatchRefused e) {
      ofPatch.add(
          Code.PCH655,
          "",
          "the patch cannot be applied: " + e.fact(),
          "write it as a JSON Patch or a strategic merge patch, in plain YAML");
    }
    diagnostics.addAll(ofPatch.diagnostics());
  }

  private static String hint(Map<String, String> target) {
    return Boundaries.isMonitoring(target.getOrDefault("kind", ""))
        ? "alerts and monitors are one set for all tenants, of the platform; no tenant changes them"
        : "look into the tenant's rendered folder for kinds and names";
  }

  private void apply(PatchBody body, Patchable target, PatchDiagnostic ofPatch) {
    KubernetesObject object = target.object;
    if (boundaries.isElsewhere(object.ref())) {
      ofPatch.add(
          Code.PCH653,
          "",
          object.ref().display() + " is not in the tenant's namespace",
          "name the target more exactly");
      return;
    }
    Map<String, @Nullable Object> tree = Trees.copy(object.tree());
    try {
      body.apply(tree, object.ref().kind());
      // An API server reads a null as a missing field; here it is a mistake.
      if (Trees.holdsNull(tree)) {
        throw new PatchRefused("it leaves a null");
      }
    } catch (PatchRefused e) {
      ofPatch.add(
          Code.PCH655,
          "",
          object.ref().display() + ": the patch cannot be applied: " + e.fact(),
          "look at the object in the tenant's rendered folder");
      return;
    }
    Trees.share(tree, object.tree());
    List<FieldChange> changes = FieldChanges.between(object.tree(), tree);
    if (isAllowed(object, changes, ofPatch)) {
      take(target, tree, ofPatch);
    }
  }

  private boolean isAllowed(
      KubernetesObject object, List<FieldChange> changes, PatchDiagnostic ofPatch) {
    String name = Boundaries.identity(changes).orElse(null);
    if (name != null) {
      ofPatch.add(
          Code.PCH653,
          name,
          object.ref().display()
              + ": the patch changes "
              + name
              + ", which makes it another object",
          "leave apiVersion, kind, name and namespace as they are");
      return false;
    }
    List<Boundaries.Violation> violations =
        boundaries.violations(object.ref(), object.tree(), changes);
    for (Boundaries.Violation violation : violations) {
      ofPatch.add(
          Code.PCH652,
          violation.subject(),
          object.ref().display()
              + ": the patch changes "
              + Quoted.quote(violation.place())
              + ", which belongs to the platform: "
              + violation.subject(),
          FIELDS_HINT);
    }
    return violations.isEmpty() && keepsFixedFields(object, changes, ofPatch);
  }

  private static boolean keepsFixedFields(
      KubernetesObject object, List<FieldChange> changes, PatchDiagnostic ofPatch) {
    Optional<String> fixed = FixedFields.changed(object.ref().kind(), changes);
    fixed.ifPresent(
        field ->
            ofPatch.add(
                Code.PCH659,
                field,
                object.ref().display()
                    + ": the patch changes "
                    + Quoted.quote(field)
                    + ", which nobody can change once the object is there",
                "leave it out; what a field of the tenant decides is changed there"));
    return fixed.isEmpty();
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // a patch that leaves a null is refused before
  private void take(Patchable target, Map<String, @Nullable Object> tree, PatchDiagnostic ofPatch) {
    KubernetesObject patched = target.object.with((Map<String, Object>) (Map<?, ?>) tree);
    List<String> problems = fields.problems(patched);
    for (String problem : problems) {
      ofPatch.add(
          Code.PCH654,
          problem,
          patched.ref().display() + ": " + problem,
          "compare with the Kubernetes API reference of " + patched.ref().apiVersion());
    }
    boolean isSound = problems.isEmpty() && isSound(patched, ofPatch);
    if (isSound && !Trees.same(target.object.tree(), tree)) {
      Origin place = new Origin(Layer.TENANT, ofPatch.range());
      applied.add(new AppliedPatch(place, patched.ref(), target.object.tree(), patched.tree()));
      target.object = patched;
      target.patches.add(0, place);
    }
  }

  /** Judges the object as the API server will, but for what definitions of operators say. */
  private static boolean isSound(KubernetesObject patched, PatchDiagnostic ofPatch) {
    Node root = Node.of(patched.tree());
    Node spec = root.get("spec");
    List<Forms.Fault> headers = Headers.faults(root);
    List<Forms.Fault> fields = Contradictions.of(patched.ref().kind(), spec);
    List<Forms.Fault> values = Forms.faults(spec);
    ofPatch.add(
        Code.PCH658, patched, headers, "leave the header to the gateway and the application");
    ofPatch.add(Code.PCH656, patched, fields, REFUSED_HINT);
    ofPatch.add(Code.PCH657, patched, values, REFUSED_HINT);
    return headers.isEmpty() && fields.isEmpty() && values.isEmpty();
  }

  /** The artifacts, split where an object was changed. */
  List<Artifact> artifacts() {
    List<Artifact> cut = new ArrayList<>();
    int at = 0;
    for (Artifact artifact : artifacts) {
      int end = at + artifact.objects().size();
      List<Patchable> own = objects.subList(at, end);
      if (own.stream().allMatch(object -> object.patches.isEmpty())) {
        cut.add(artifact);
      } else {
        own.forEach(object -> cut.add(object.in(artifact)));
      }
      at = end;
    }
    return cut;
  }

  /** An object and the patches that changed it, the last one first. */
  private static final class Patchable {
    private KubernetesObject object;
    private final List<Origin> patches = new ArrayList<>();

    Patchable(KubernetesObject object) {
      this.object = object;
    }

    boolean isSelected(Selection selection) {
      return selection.matches(object.ref(), object.tree());
    }

    Artifact in(Artifact artifact) {
      return new Artifact(artifact.path(), "", List.of(object))
          .madeFrom(artifact.reads().behind(patches));
    }
  }
}
