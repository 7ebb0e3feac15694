package io.tenantsmith.patch;

import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.model.Patch;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.objects.Trees;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The patches of a tenant as its state applies them: an object that the state does not render, or
 * renders so that the patch does not fit it, is passed over, and those of a closed site are not
 * opened again. A patch that is passed over for some of its objects names the others one by one.
 */
public final class StatePatches {

  /** What is changed to close a site. */
  private static final Set<String> CLOSING =
      Set.of("HTTPRoute", "Deployment", "CronJob", "HorizontalPodAutoscaler");

  private final StateForm form;
  private final List<Slot> slots = new ArrayList<>();
  private final List<Sourced<Patch>> applied = new ArrayList<>();
  private final List<LeftOutPatch> leftOut = new ArrayList<>();

  private StatePatches(StateForm form) {
    this.form = form;
  }

  /**
   * The patches of a tenant.
   *
   * @param form of the list in which they stand; all patches apply to the open one
   * @param artifacts what its state renders
   */
  public static Chosen of(ResolvedTenant tenant, StateForm form, List<Artifact> artifacts) {
    List<Sourced<Patch>> patches = stated(tenant);
    if (patches.isEmpty() || form == StateForm.OPEN) {
      return new Chosen(patches, List.of());
    }
    StatePatches state = new StatePatches(form);
    for (Artifact artifact : artifacts) {
      artifact.objects().forEach(object -> state.slots.add(new Slot(object)));
    }
    patches.forEach(state::choose);
    return new Chosen(state.applied, state.leftOut);
  }

  /** The patches that the tenant states. */
  static List<Sourced<Patch>> stated(ResolvedTenant tenant) {
    return tenant.settings().find(TenantKeys.PATCHES).map(Setting::value).orElse(List.of());
  }

  private void choose(Sourced<Patch> patch) {
    List<ObjectRef> missed = new ArrayList<>();
    List<ObjectRef> reached = new ArrayList<>();
    try {
      Selection selection = Selection.of(patch.value().target());
      PatchBody body = PatchText.read(patch.value().text());
      for (Slot slot : slots) {
        if (selection.matches(slot.ref, slot.tree)) {
          (isReached(slot, body) ? reached : missed).add(slot.ref);
        }
      }
    } catch (PatchRefused e) {
      // It is judged by what an active tenant has.
      missed.clear();
      reached.clear();
    }
    if (missed.isEmpty() && !reached.isEmpty()) {
      applied.add(patch);
    } else {
      reached.forEach(ref -> applied.add(only(ref, patch)));
      leftOut.add(new LeftOutPatch(patch, missed));
    }
  }

  private boolean isReached(Slot slot, PatchBody body) {
    if (form == StateForm.CLOSED && CLOSING.contains(slot.ref.kind())) {
      return false;
    }
    Map<String, @Nullable Object> tree = Trees.copy(slot.tree);
    try {
      body.apply(tree, slot.ref.kind());
    } catch (PatchRefused e) {
      return false;
    }
    if (!Trees.holdsNull(tree)) {
      slot.tree = tree;
      return true;
    }
    return false;
  }

  private static Sourced<Patch> only(ObjectRef ref, Sourced<Patch> patch) {
    Map<String, String> target = new TreeMap<>();
    target.put("group", ref.group());
    target.put("version", ref.apiVersion().substring(ref.apiVersion().indexOf('/') + 1));
    target.put("kind", ref.kind());
    target.put("name", ref.name());
    target.put("namespace", ref.namespace());
    target.values().removeIf(String::isEmpty);
    return new Sourced<>(new Patch(target, patch.value().text()), patch.range());
  }

  /**
   * What becomes of a tenant's patches.
   *
   * @param applied those that apply, in their order
   * @param leftOut those that are passed over, in part or altogether
   */
  public record Chosen(List<Sourced<Patch>> applied, List<LeftOutPatch> leftOut) {

    /** Copies the lists. */
    public Chosen {
      applied = List.copyOf(applied);
      leftOut = List.copyOf(leftOut);
    }
  }

  /** An object as the patches so far leave it. */
  private static final class Slot {
    private final ObjectRef ref;
    private Map<String, ?> tree;

    Slot(KubernetesObject object) {
      this.ref = object.ref();
      this.tree = object.tree();
    }
  }
}
