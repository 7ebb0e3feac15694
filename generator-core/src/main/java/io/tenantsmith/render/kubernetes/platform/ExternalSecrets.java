package io.tenantsmith.render.kubernetes.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantsmith.render.Marks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the references by which external-secrets generates or gathers Secrets. */
final class ExternalSecrets {

  /** Generator of 64 characters. */
  static final String LONG = "client-secret";

  /** Generator of 32 characters. */
  static final String SHORT = "password-32";

  /** API version of generators. */
  static final String GENERATORS = "generators.external-secrets.io/v1alpha1";

  /** API version of everything else. */
  static final String API = "external-secrets.io/v1";

  /** Name of the store through which Secrets of the namespace are gathered. */
  static final String STORE = "admin-apps";

  /** The name under which a generator gives its value. */
  private static final String GENERATED = "password";

  private ExternalSecrets() {}

  /**
   * One value of a Secret.
   *
   * @param key its key in the Secret
   * @param generator who makes it
   */
  record Generated(String key, String generator) {}

  /** A Secret that is generated once and then never touched again. */
  static HasMetadata generated(
      Platform platform, String name, Map<String, String> labels, Generated... values) {
    List<Map<String, Object>> data = new ArrayList<>();
    for (Generated value : values) {
      data.add(from(value));
    }
    Map<String, Object> target = target(name, "Orphan");
    target.put("immutable", true);
    if (!labels.isEmpty()) {
      target.put("template", Map.of("metadata", Map.of("labels", labels)));
    }
    return CustomObject.of(
        API,
        "ExternalSecret",
        platform.guarded(name),
        Map.of("dataFrom", data, "refreshPolicy", "CreatedOnce", "target", target));
  }

  /** A Secret that gathers all Secrets with a label of ours; {@code rewrite} may be empty. */
  static HasMetadata gathered(
      Platform platform, String name, String label, List<Map<String, Object>> rewrite) {
    Map<String, Object> find = new LinkedHashMap<>();
    find.put("find", Map.of("tags", Map.of(Marks.PREFIX + label, "true")));
    if (!rewrite.isEmpty()) {
      find.put("rewrite", rewrite);
    }
    return CustomObject.of(
        API,
        "ExternalSecret",
        platform.metadata(name),
        Map.of(
            "dataFrom",
            List.of(find),
            "refreshInterval",
            "1m0s",
            "refreshPolicy",
            "Periodic",
            "secretStoreRef",
            Map.of("kind", "SecretStore", "name", STORE),
            "target",
            target(name, "Owner")));
  }

  private static Map<String, Object> target(String name, String creation) {
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("name", name);
    target.put("creationPolicy", creation);
    target.put("deletionPolicy", "Retain");
    return target;
  }

  private static Map<String, Object> from(Generated value) {
    Map<String, Object> data = new LinkedHashMap<>();
    if (!value.key().equals(GENERATED)) {
      data.put(
          "rewrite",
          List.of(
              Map.of("regexp", Map.of("source", "^" + GENERATED + "$", "target", value.key()))));
    }
    Map<String, Object> generator =
        Map.of("apiVersion", GENERATORS, "kind", "Password", "name", value.generator());
    data.put("sourceRef", Map.of("generatorRef", generator));
    return data;
  }
}
