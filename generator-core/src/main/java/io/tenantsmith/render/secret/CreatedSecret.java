package io.tenantsmith.render.secret;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Spec of an ExternalSecret whose values the cluster makes once and never again. Only all three of
 * CreatedOnce, Orphan and immutable keep them through a deleted or restored namespace.
 *
 * @param name of the Secret
 * @param values what is made
 * @param labels of the Secret itself; right from the start, since it cannot be changed
 */
public record CreatedSecret(String name, List<Value> values, Map<String, String> labels) {

  /** API version of generators. */
  public static final String GENERATORS = "generators.external-secrets.io/v1alpha1";

  /** Kind of a generator of passwords. */
  public static final String PASSWORD_KIND = "Password";

  /** The name under which a generator of passwords gives its value. */
  static final String GENERATED = "password";

  /** Copies the collections. */
  public CreatedSecret {
    values = List.copyOf(values);
    labels = Map.copyOf(labels);
  }

  /**
   * What one generator makes.
   *
   * @param key its key in the Secret; empty for what the generator calls it
   * @param generator name of the generator
   */
  public record Value(String key, String generator) {

    private boolean isRenamed() {
      return !key.isEmpty() && !key.equals(GENERATED);
    }
  }

  /** The spec. */
  public Map<String, Object> spec() {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("dataFrom", values.stream().map(CreatedSecret::source).toList());
    spec.put("refreshPolicy", "CreatedOnce");
    spec.put("target", target());
    return spec;
  }

  private static Map<String, Object> source(Value value) {
    Map<String, Object> source = new LinkedHashMap<>();
    if (value.isRenamed()) {
      Map<String, Object> rename = Map.of("source", "^" + GENERATED + "$", "target", value.key());
      source.put("rewrite", List.of(Map.of("regexp", rename)));
    }
    Map<String, Object> reference =
        Map.of("apiVersion", GENERATORS, "kind", PASSWORD_KIND, "name", value.generator());
    source.put("sourceRef", Map.of("generatorRef", reference));
    return source;
  }

  private Map<String, Object> target() {
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("name", name);
    target.put("creationPolicy", "Orphan");
    target.put("deletionPolicy", "Retain");
    target.put("immutable", true);
    if (!labels.isEmpty()) {
      target.put("template", Map.of("metadata", Map.of("labels", labels)));
    }
    return target;
  }
}
