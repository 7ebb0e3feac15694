package io.tenantsmith.planning.difference;

import io.tenantsmith.objects.FieldChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What follows from other changes of the same plan: the one list of it, each with its reason. */
final class Derived {

  /**
   * One kind of values that follow from others.
   *
   * @param reason why nobody needs to read it beside its cause
   */
  private record Rule(String reason, BiPredicate<MatchedObject, FieldChange> holds) {}

  static final Set<String> DIGESTS =
      Set.of("tenantsmith.io/code", "tenantsmith.io/config-digest", "tenantsmith.io/init-digest");

  private static final Set<String> LABELS = Set.of("tenantsmith.io/ring", "tenantsmith.io/tier");

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "a digest of mounted files or first statements, so that pods restart with them",
              (object, change) -> DIGESTS.contains(change.last())),
          new Rule(
              "a name with a digest of the object's own fields, or what refers to it",
              (object, change) -> isNextName(change)),
          new Rule(
              "a label that other objects of a tenant have, too; its Namespace shows it",
              (object, change) ->
                  change.path().size() == 3
                      && change.isBelow("metadata", "labels")
                      && LABELS.contains(change.last())
                      && !object.name().kind().equals("Namespace")),
          new Rule(
              "comes and goes with its tenant, for the sync tool",
              (object, change) -> isSyncOfTenant(object) && change.path().isEmpty()),
          new Rule(
              "lists what a tenant has, for the sync tool",
              (object, change) -> isSyncOfTenant(object) && change.isBelow("spec", "healthChecks")),
          new Rule(
              "says how the sync tool waits for kinds that a tenant has now, or no more",
              (object, change) ->
                  isSyncOfTenant(object)
                      && change.isBelow("spec", "healthCheckExprs")
                      && (change.before() == null || change.after() == null)));

  /** Files without objects, by the end of their path. */
  private static final List<String> FILES =
      List.of("kustomization.yaml", "tenant.json", "index.json");

  private Derived() {}

  static boolean is(MatchedObject object, FieldChange change) {
    return RULES.stream().anyMatch(rule -> rule.holds().test(object, change));
  }

  /** Whether a file without objects lists what is in others. */
  static boolean isFile(String path) {
    return FILES.contains(path.substring(path.lastIndexOf('/') + 1));
  }

  /** Whether it is what has Flux apply one tenant's folder. */
  private static boolean isSyncOfTenant(MatchedObject object) {
    return object.name().kind().equals("Kustomization") && object.file().contains("/flux/tenants/");
  }

  /** Digests in a tree below a key, in its order. */
  static void digests(String key, @Nullable Object tree, Consumer<String> found) {
    if (tree instanceof Map<?, ?> map) {
      map.forEach((below, value) -> digests((String) below, value, found));
    } else if (tree instanceof List<?> list) {
      list.forEach(item -> digests("", item, found));
    } else if (tree instanceof String text) {
      if (DIGESTS.contains(key)) {
        found.accept(text);
      }
      GeneratedNames.digest(text).ifPresent(found);
    }
  }

  private static boolean isNextName(FieldChange change) {
    if (change.before() instanceof String before && change.after() instanceof String after) {
      Optional<String> stem = GeneratedNames.stem(before);
      return stem.isPresent() && stem.equals(GeneratedNames.stem(after));
    }
    return false;
  }
}
