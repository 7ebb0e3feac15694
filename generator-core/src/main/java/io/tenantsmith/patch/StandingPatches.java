package io.tenantsmith.patch;

import io.tenantsmith.model.Patch;
import io.tenantsmith.objects.Trees;
import io.tenantsmith.render.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The patches that stand in a kustomization that was written before, applied as Kustomize applies
 * them. No rule judges them: they are in the cluster already.
 */
public final class StandingPatches {

  private StandingPatches() {}

  /** The objects as they arrive. What cannot be applied changes nothing. */
  public static List<KubernetesObject> applied(
      List<KubernetesObject> objects, List<Patch> patches) {
    List<KubernetesObject> arriving = new ArrayList<>(objects);
    patches.forEach(patch -> apply(patch, arriving));
    return List.copyOf(arriving);
  }

  private static void apply(Patch patch, List<KubernetesObject> arriving) {
    try {
      Selection selection = Selection.of(patch.target());
      PatchBody body = PatchText.read(patch.text());
      arriving.replaceAll(
          object ->
              selection.matches(object.ref(), object.tree()) ? applied(body, object) : object);
    } catch (PatchRefused e) {
      // A patch that we refuse was never written by us; Kustomize alone knows what it makes of it.
    }
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // a patch that leaves a null is not applied
  private static KubernetesObject applied(PatchBody body, KubernetesObject object) {
    Map<String, @Nullable Object> tree = Trees.copy(object.tree());
    try {
      body.apply(tree, object.ref().kind());
    } catch (PatchRefused e) {
      return object;
    }
    return Trees.holdsNull(tree) ? object : object.with((Map<String, Object>) (Map<?, ?>) tree);
  }
}
