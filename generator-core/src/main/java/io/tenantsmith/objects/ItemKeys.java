package io.tenantsmith.objects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the items of a list are told apart where two versions of an object are compared: as an API
 * server does. Patches know only the lists of {@link MergeKeys}, since Kustomize knows no others.
 */
public final class ItemKeys {

  private static final List<String> NAME = List.of("name");

  /** Lists that are maps by {@code x-kubernetes-list-map-keys}, by kind and field. */
  static final Map<String, Map<String, List<String>>> MAPS =
      Map.ofEntries(
          Map.entry("ClusterIssuer", Map.of("imagePullSecrets", NAME)),
          Map.entry("Gateway", Map.of("listeners", NAME, "perPort", List.of("port"))),
          Map.entry(
              "HTTPRoute", Map.of("add", NAME, "set", NAME, "headers", NAME, "queryParams", NAME)),
          Map.entry("Issuer", Map.of("imagePullSecrets", NAME)),
          Map.entry("ListenerSet", Map.of("listeners", NAME)),
          Map.entry("PrometheusRule", Map.of("groups", NAME)),
          Map.entry(
              "ValidatingAdmissionPolicy", Map.of("matchConditions", NAME, "variables", NAME)));

  /** Lists that are sets by {@code x-kubernetes-list-type}, by kind and field. */
  static final Map<String, Set<String>> SETS =
      Map.of(
          "HTTPRoute",
              Set.of("allowHeaders", "allowMethods", "allowOrigins", "exposeHeaders", "remove"),
          "PodMonitor", Set.of("scrapeProtocols"),
          "ServiceMonitor", Set.of("scrapeProtocols"),
          "ValidatingAdmissionPolicyBinding", Set.of("validationActions"));

  /** The pods in it have the lists of a Deployment's. */
  private static final Map<String, String> LIKE = Map.of("StatefulSet", "Deployment");

  private ItemKeys() {}

  /**
   * The items of a list by a step that names each: {@code [name=web]}, or {@code [=x]} in a set.
   * Empty if their position alone tells them apart, or if one has no key or shares it.
   *
   * @param kind the kind of the object
   * @param field the key of the list
   */
  public static Optional<Map<String, Object>> named(String kind, String field, List<?> items) {
    Map<String, Object> named = new LinkedHashMap<>();
    Optional<List<String>> keys = keys(kind, field);
    boolean isSet = isSet(kind, field);
    for (Object item : items) {
      if (isSet && !(item instanceof Map<?, ?>) && !(item instanceof List<?>)) {
        named.put("[=" + item + "]", item);
      } else if (keys.isPresent()
          && item instanceof Map<?, ?> map
          && keys.get().stream().anyMatch(map::containsKey)) {
        named.put(step(keys.get(), map), item);
      }
    }
    boolean all = (keys.isPresent() || isSet) && named.size() == items.size();
    return all ? Optional.of(named) : Optional.empty();
  }

  private static String step(List<String> keys, Map<?, ?> item) {
    return keys.stream()
        .filter(item::containsKey)
        .map(key -> key + "=" + item.get(key))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static Optional<List<String>> keys(String kind, String field) {
    return MergeKeys.of(LIKE.getOrDefault(kind, kind), field)
        .or(() -> Optional.ofNullable(MAPS.getOrDefault(kind, Map.of()).get(field)));
  }

  private static boolean isSet(String kind, String field) {
    return field.equals("finalizers") || SETS.getOrDefault(kind, Set.of()).contains(field);
  }
}
