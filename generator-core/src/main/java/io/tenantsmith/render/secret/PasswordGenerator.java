package io.tenantsmith.render.secret;

import io.tenantsmith.render.kit.TenantScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The generators from which a tenant's secrets come; the values are made in the cluster. */
enum PasswordGenerator {

  /** 32 bytes in base64, as encryption with a customer's key demands. */
  KEY("key-32"),
  PASSWORD("password-32"),

  /** WordPress' eight keys and salts at once. */
  SALTS("wordpress-salts"),

  /** A client secret of Authentik; this generator is the platform's, in admin-apps. */
  CLIENT_SECRET("client-secret");

  private static final List<String> SALT_NAMES =
      List.of(
          "WORDPRESS_AUTH_KEY",
          "WORDPRESS_SECURE_AUTH_KEY",
          "WORDPRESS_LOGGED_IN_KEY",
          "WORDPRESS_NONCE_KEY",
          "WORDPRESS_AUTH_SALT",
          "WORDPRESS_SECURE_AUTH_SALT",
          "WORDPRESS_LOGGED_IN_SALT",
          "WORDPRESS_NONCE_SALT");

  private final String objectName;

  PasswordGenerator(String objectName) {
    this.objectName = objectName;
  }

  /** Name of the generator. */
  String objectName() {
    return objectName;
  }

  /** The generator in the tenant's namespace. */
  Map<String, Object> object(TenantScope scope) {
    return scope
        .custom(CreatedSecret.GENERATORS, CreatedSecret.PASSWORD_KIND, objectName)
        .specified(spec());
  }

  private Map<String, Object> spec() {
    return switch (this) {
      case KEY -> {
        Map<String, Object> spec = alphanumeric(32, 8);
        spec.put("encoding", "base64");
        yield spec;
      }
      case PASSWORD, CLIENT_SECRET -> alphanumeric(32, 8);
      case SALTS -> salts();
    };
  }

  private static Map<String, Object> alphanumeric(int length, int digits) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("allowRepeat", true);
    spec.put("digits", digits);
    spec.put("length", length);
    spec.put("noUpper", false);
    spec.put("symbols", 0);
    return spec;
  }

  private static Map<String, Object> salts() {
    Map<String, Object> spec = alphanumeric(64, 16);
    spec.put("secretKeys", SALT_NAMES);
    // No quote, no backslash and no dollar: they end up in PHP.
    spec.put("symbolCharacters", "-_=+.,:;!*#%");
    spec.put("symbols", 12);
    return spec;
  }
}
