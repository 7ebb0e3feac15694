package io.tenantsmith.render.secret;

import io.tenantsmith.render.kit.TenantScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Secret that the tenant reads from elsewhere and that follows its source.
 *
 * @param source what it is called there, apart from the tenant
 * @param entries what is read of it
 */
public record ReadSecret(String name, String source, List<Entry> entries) {

  /** API version of what external-secrets reads and writes. */
  public static final String API_VERSION = "external-secrets.io/v1";

  /** Kind of what asks for a Secret. */
  public static final String KIND = "ExternalSecret";

  /** Name of the tenant's SecretStore. */
  static final String STORE = "platform";

  /** Copies the list. */
  public ReadSecret {
    entries = List.copyOf(entries);
  }

  /**
   * One value.
   *
   * @param property what it is called at its source
   * @param key what it is called here
   */
  public record Entry(String property, String key) {}

  /** The ExternalSecret. */
  Map<String, Object> object(TenantScope scope, SecretSource from) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("data", entries.stream().map(entry -> data(from.key(source), entry)).toList());
    spec.put("refreshInterval", "1h0m0s");
    spec.put("refreshPolicy", "Periodic");
    spec.put("secretStoreRef", Map.of("kind", "SecretStore", "name", STORE));
    spec.put("target", Map.of("name", name, "creationPolicy", "Owner", "deletionPolicy", "Retain"));
    return scope.custom(API_VERSION, KIND, name).specified(spec);
  }

  private static Map<String, Object> data(String remote, Entry entry) {
    return Map.of(
        "remoteRef", Map.of("key", remote, "property", entry.property()), "secretKey", entry.key());
  }
}
