package io.tenantsmith.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What keys say about what stands below them; each is looked at once. */
final class KeyBook {

  /** Keys are few, but for those that tenants make up. */
  private static final int MOST = 5000;

  private static final Map<String, Trait> TRAITS =
      Map.ofEntries(
          Map.entry("labels", Trait.LABELS),
          Map.entry("matchLabels", Trait.LABELS),
          Map.entry("nodeSelector", Trait.LABELS),
          Map.entry("selector", Trait.LABELS),
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

  /** Below these keys stand amounts and nothing else. */
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

  private static final List<Trait> NONE = List.of();

  private final Map<String, List<Trait>> known = new ConcurrentHashMap<>();

  /** Why rules look at what stands below a key. */
  List<Trait> of(String key) {
    List<Trait> traits = known.get(key);
    if (traits == null) {
      traits = traits(key);
      if (known.size() < MOST) {
        known.put(key, traits);
      }
    }
    return traits;
  }

  private static List<Trait> traits(String key) {
    List<Trait> traits = new ArrayList<>();
    Trait named = TRAITS.get(key);
    if (named != null) {
      traits.add(named);
    }
    if (AMOUNTS.contains(key)) {
      traits.add(Trait.AMOUNTS);
    }
    if (References.isName(key)) {
      traits.add(Trait.REFERENCE_NAME);
    }
    if (References.isMap(key)) {
      traits.add(Trait.REFERENCE);
    }
    if (key.equals("subjects")) {
      traits.add(Trait.SUBJECT);
    }
    if (SecretText.isSecretName(key)) {
      traits.add(Trait.SECRET);
    }
    if (key.contains("${")) {
      traits.add(Trait.DOLLAR);
    }
    return traits.isEmpty() ? NONE : List.copyOf(traits);
  }
}
