package io.tenantsmith.render.identity;

import io.tenantsmith.model.HostName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An application that people sign in to, with its provider.
 *
 * @param kind {@code wordpress} or {@code openwebui}; part of names and of the secret's file
 * @param owner tenant id or {@code platform}; the name of the secret's file begins with it
 * @param slug also name of the provider and client id
 * @param profile scope mapping with the user's profile for the application
 * @param text what people see
 * @param links where they are sent
 */
record BlueprintApplication(
    String kind, String owner, String slug, String profile, Text text, Links links) {

  /**
   * What people see.
   *
   * @param group heading of the application's group on the portal
   */
  record Text(String name, String group, String description) {}

  /**
   * Where people are sent.
   *
   * @param launch address that the portal opens
   * @param refreshes whether the application asks for new tokens while nobody looks
   * @param redirects exact addresses
   */
  record Links(String launch, boolean refreshes, List<Redirect> redirects) {

    Links {
      redirects = List.copyOf(redirects);
    }
  }

  /** An address to which a login or a logout may return. */
  record Redirect(String type, String url) {}

  /** The links of a WordPress site; its other hosts redirect to the canonical one. */
  static Links wordpressLinks(HostName canonical) {
    String root = "https://" + canonical;
    return new Links(
        root + "/wp-login.php",
        false,
        List.of(
            authorization(root + "/wp-admin/admin-ajax.php?action=openid-connect-authorize"),
            logout(root + "/")));
  }

  /** The links of an Open WebUI. */
  static Links openWebUiLinks(HostName host) {
    String root = "https://" + host;
    return new Links(
        root + "/",
        true,
        List.of(authorization(root + "/oauth/oidc/callback"), logout(root + "/auth")));
  }

  /** The application as templates see it. */
  Map<String, Object> tree() {
    Map<String, Object> tree = absentTree(kind, slug);
    tree.put("present", true);
    tree.put("owner", owner);
    tree.put("profile", profile);
    tree.put("name", text.name());
    tree.put("group", text.group());
    tree.put("description", text.description());
    // Authentik formats this one address with Python's % operator.
    tree.put("launch", links.launch().replace("%", "%%"));
    tree.put("refreshes", links.refreshes());
    tree.put("redirects", links.redirects().stream().map(BlueprintApplication::tree).toList());
    return tree;
  }

  /** An application that must be absent, as templates see it. */
  static Map<String, Object> absentTree(String kind, String slug) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", kind);
    tree.put("slug", slug);
    tree.put("present", false);
    return tree;
  }

  private static Map<String, Object> tree(Redirect redirect) {
    return Map.of("type", redirect.type(), "url", redirect.url());
  }

  private static Redirect authorization(String url) {
    return new Redirect("authorization", url);
  }

  private static Redirect logout(String url) {
    return new Redirect("logout", url);
  }
}
