package io.tenantsmith.render.database;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The one schema of a tenant's database and the one user that may use it, by TLS only. */
final class WordPressAccess {

  private static final String NAME = "wordpress";
  private static final String ANYWHERE = "%";

  private WordPressAccess() {}

  /** Database, User and Grant. */
  static List<Map<String, Object>> objects(TenantObjects objects, Connections connections) {
    return List.of(
        objects.lasting("Database", NAME, schema()),
        objects.lasting("User", NAME, user(connections)),
        objects.lasting("Grant", NAME, grant()));
  }

  private static Map<String, Object> schema() {
    Map<String, Object> spec = common();
    spec.put("characterSet", "utf8mb4");
    spec.put("collate", "utf8mb4_unicode_520_ci");
    return spec;
  }

  private static Map<String, Object> user(Connections connections) {
    Map<String, Object> spec = common();
    spec.put("host", ANYWHERE);
    spec.put("maxUserConnections", connections.ofUser());
    spec.put("passwordSecretKeyRef", Map.of("name", "wordpress-db", "key", "password"));
    spec.put("require", Map.of("ssl", true));
    return spec;
  }

  private static Map<String, Object> grant() {
    Map<String, Object> spec = common();
    spec.put("database", NAME);
    spec.put("grantOption", false);
    spec.put("host", ANYWHERE);
    spec.put("privileges", List.of("ALL PRIVILEGES"));
    spec.put("table", "*");
    spec.put("username", NAME);
    return spec;
  }

  /** What the objects describe stays when they go. */
  private static Map<String, Object> common() {
    return new TreeMap<>(Map.of("cleanupPolicy", "Skip", "mariaDbRef", Database.reference()));
  }
}
