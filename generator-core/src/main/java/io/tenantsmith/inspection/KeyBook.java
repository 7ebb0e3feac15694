package io.tenantsmith.inspection;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What keys say about the values below them; each key is examined once. */
final class KeyBook {

  /** There are few keys, except for those that tenants make up. */
  private static final int SIZE = 2048;

  private static final Map<String, Trait> TRAITS =
      Map.ofEntries(
          Map.entry("labels", Trait.LABELS),
          Map.entry("matchLabels", Trait.LABELS),
          Map.entry("nodeSelector", Trait.LABELS),
          Map.entry("selector", Trait.LABELS),
          Map.entry("annotations", Trait.ANNOTATIONS),
          Map.entry("sizeLimit", Trait.AMOUNT),
          Map.entry("averageValue", Trait.AMOUNT),
          Map.entry("divisor", Trait.AMOUNT),
          Map.entry("size", Trait.AMOUNT),
          Map.entry("tolerations", Trait.TOLERATION),
          Map.entry("env", Trait.VARIABLE),
          Map.entry("s3", Trait.BUCKET),
          Map.entry("namespaces", Trait.ROUTES_FROM),
          Map.entry("namespace", Trait.NAMESPACE),
          Map.entry("remoteNamespace", Trait.NAMESPACE),
          Map.entry("kubernetes.io/metadata.name", Trait.NAMESPACE),
          Map.entry("includedNamespaces", Trait.OWN_NAMESPACE),
          Map.entry("matchNames", Trait.OWN_NAMESPACE),
          Map.entry("tenantsmith.io/tenant", Trait.TENANT),
          Map.entry("tenantsmith.io/dedicated", Trait.TENANT));

  /** Keys of what data goes to. */
  private static final Set<String> DESTINATIONS =
      Set.of(
          "bucket",
          "endpoint",
          "region",
          "storageClass",
          "storageClassName",
          "storageLocation",
          "volumeSnapshotClassName",
          "volumeSnapshotLocations",
          "topology.kubernetes.io/region",
          "topology.kubernetes.io/zone");

  /** Keys with amounts and nothing else below them. */
  private static final Set<String> AMOUNTS =
      Set.of(
          "requests",
          "limits",
          "hard",
          "default",
          "defaultRequest",
          "min",
          "max",
          "maxLimitRequestRatio",
          "capacity");

  /** An entry may replace another one, even one of another thread. */
  private final @Nullable Entry[] known = new Entry[SIZE];

  /** The entry of a key. */
  Entry of(String key) {
    int hash = key.hashCode();
    int slot = (hash ^ (hash >>> 12)) & (SIZE - 1);
    Entry entry = known[slot];
    if (entry == null || !entry.key.equals(key)) {
      boolean isLabel = NameForm.isLabelKey(key);
      entry = new Entry(key, traits(key), isLabel, isLabel || NameForm.isAnnotationKey(key));
      known[slot] = entry;
    }
    return entry;
  }

  /** Whether the value below a key says where data goes. */
  static boolean isDestination(String key) {
    return DESTINATIONS.contains(key);
  }

  private static int traits(String key) {
    int traits = 0;
    Trait named = TRAITS.get(key);
    if (named != null) {
      traits |= named.bit();
    }
    if (AMOUNTS.contains(key)) {
      traits |= Trait.AMOUNTS.bit();
    }
    if (isDestination(key)) {
      traits |= Trait.REGION.bit();
    }
    if (References.isName(key)) {
      traits |= Trait.REFERENCE_NAME.bit();
    }
    if (References.isMap(key)) {
      traits |= Trait.REFERENCE.bit();
    }
    if (key.equals("subjects")) {
      traits |= Trait.SUBJECT.bit();
    }
    if (SecretText.isSecretName(key)) {
      traits |= Trait.SECRET.bit();
    }
    if (key.contains("${")) {
      traits |= Trait.DOLLAR.bit();
    }
    return traits;
  }

  /**
   * A key.
   *
   * @param traits why rules look at the value below it: a set of traits
   * @param isLabel whether it can be the key of a label
   * @param isAnnotation whether it can be the key of an annotation
   */
  record Entry(String key, int traits, boolean isLabel, boolean isAnnotation) {}
}
