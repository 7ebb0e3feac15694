package io.tenantsmith.explain;

import io.tenantsmith.diagnostic.Masked;
import io.tenantsmith.engine.ExplainResult;
import io.tenantsmith.engine.ExplainResult.Mover;
import io.tenantsmith.engine.ExplainResult.Role;
import io.tenantsmith.explain.KnownObjects.Held;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Origin;
import io.tenantsmith.objects.Trees;
import io.tenantsmith.patch.AppliedPatch;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.FieldOrigin;
import io.tenantsmith.render.FieldOrigins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What moves one field of an object: patches, settings in it, conditions around it. */
final class FieldExplanation {

  private static final Set<String> SECRET_FIELDS = Set.of("data", "stringData");

  private final ExplainedPart part;
  private final KnownObjects names;

  FieldExplanation(ExplainedPart part, KnownObjects names) {
    this.part = part;
    this.names = names;
  }

  /** The answer for a place that the object has, or that a condition leaves out. */
  ExplainResult.Field of(Held held, FieldPath path) {
    Map<String, Object> tree = patched(held);
    Object value = path.in(tree);
    List<AppliedPatch> patches = patchesOf(held, path);
    List<Mover> movers = new ArrayList<>();
    for (int i = patches.size() - 1; i >= 0; i--) {
      movers.add(patch(patches.get(i).place()));
    }
    Artifact artifact = held.artifact();
    FieldOrigins origins = artifact.origins();
    List<FieldOrigin> behind = behind(origins, held, path);
    List<String> formula = List.of();
    if (patches.isEmpty() || isTree(value)) {
      movers.addAll(settings(held, origins, behind, path));
      formula = new FieldFormulas(part).of(behind, path);
    }
    return new ExplainResult.Field(
        holder(held, origins, behind),
        path.display(),
        value == null ? null : words(held, path, value),
        movers,
        formula);
  }

  /** Whether a place that the object does not have could be there. */
  static boolean isLeftOut(Held held, FieldPath path) {
    String pointer = path.pointer(held.object().tree());
    return held.artifact()
        .origins()
        .at(held.ref(), pointer)
        .filter(origin -> !origin.field().present())
        .isPresent();
  }

  /** The object as it arrives. */
  Map<String, Object> patched(Held held) {
    Map<String, Object> tree = held.object().tree();
    for (AppliedPatch patch : part.patches()) {
      tree = patch.object().equals(held.ref()) ? patch.after() : tree;
    }
    return tree;
  }

  private List<AppliedPatch> patchesOf(Held held, FieldPath path) {
    return part.patches().stream()
        .filter(patch -> patch.object().equals(held.ref()))
        .filter(patch -> !Trees.same(path.in(patch.before()), path.in(patch.after())))
        .toList();
  }

  /** The origin of the field, and of all below it. */
  private static List<FieldOrigin> behind(FieldOrigins origins, Held held, FieldPath path) {
    String pointer = path.pointer(held.object().tree());
    List<FieldOrigin> behind = new ArrayList<>();
    Optional<FieldOrigin> nearest = origins.at(held.ref(), pointer);
    nearest.ifPresent(behind::add);
    for (FieldOrigin origin : origins.of(held.ref())) {
      if (origin.field().pointer().startsWith(pointer + "/")) {
        behind.add(origin);
      }
    }
    return behind;
  }

  private List<Mover> settings(
      Held held, FieldOrigins origins, List<FieldOrigin> behind, FieldPath path) {
    Movers movers = new Movers(part.subject().kind().equals("tenant") ? part.subject().name() : "");
    QuotaReads quota = new QuotaReads(part);
    for (FieldOrigin origin : behind) {
      if (quota.concerns(origin, path)) {
        quota.add(origin, path, movers);
      } else {
        movers.add(Role.VALUE, origin.values());
      }
    }
    behind.forEach(origin -> movers.add(Role.CONDITION, origin.conditions()));
    path.names(held.object().tree()).stream()
        .flatMap(name -> origins.at(held.ref(), name).stream())
        .forEach(origin -> movers.add(Role.CONDITION, origin.values()));
    if (origins.template(held.ref()).isEmpty()) {
      movers.add(Role.VALUE, held.artifact().reads());
    }
    for (String identity : List.of("/metadata/name", "/metadata/namespace", "")) {
      origins
          .at(held.ref(), identity)
          .ifPresent(
              origin -> {
                movers.add(Role.OBJECT, origin.values());
                movers.add(Role.OBJECT, origin.conditions());
              });
    }
    movers.addPresence(origins.presence());
    return movers.all();
  }

  private static Mover patch(Origin place) {
    ExplainResult.Origin origin = new ExplainResult.Origin(Layer.TENANT.label(), place.range());
    ExplainResult.Source source =
        new ExplainResult.Source(origin, List.of(), List.of(), "", List.of());
    return new Mover(
        Role.PATCH,
        "",
        new ExplainResult.Value("patches", "a patch", source, List.of("tenant")),
        List.of());
  }

  /** The line of the field, or of what is around it. */
  private ExplainResult.Holder holder(Held held, FieldOrigins origins, List<FieldOrigin> behind) {
    String template = origins.template(held.ref()).orElse("");
    String place = behind.isEmpty() ? template : behind.get(0).field().place().display();
    return new ExplainResult.Holder(
        names.name(held.ref()), held.ref().namespace(), held.artifact().path().value(), place);
  }

  private static boolean isTree(@Nullable Object value) {
    return value instanceof Map<?, ?> || value instanceof List<?>;
  }

  private static String words(Held held, FieldPath path, Object value) {
    String first = path.display().split("[.\\[]", 2)[0];
    boolean secret = held.ref().kind().equals("Secret") && SECRET_FIELDS.contains(first);
    return secret ? Masked.SENSITIVE : ValueWords.of(value);
  }

  /** The fields that could be meant beside those that are there. */
  static Set<String> leftOut(Held held) {
    Set<String> paths = new TreeSet<>();
    for (FieldOrigin origin : held.artifact().origins().of(held.ref())) {
      if (!origin.field().present()) {
        paths.add(
            FieldPath.at(origin.field().pointer(), held.ref().kind(), held.object().tree())
                .display());
      }
    }
    return paths;
  }
}
