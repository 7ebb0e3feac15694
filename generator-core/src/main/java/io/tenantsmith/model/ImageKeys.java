package io.tenantsmith.model;

import static io.tenantsmith.model.Form.text;

import io.tenantsmith.diagnostic.Code;
import java.util.List;
import java.util.stream.Stream;

/** The images of the platform; a fleet sets them, a tier may set them above it. */
public final class ImageKeys {

  /** Prefix of every image that names no registry itself; may be left out. */
  public static final Key<String> REGISTRY =
      stated("registry", text(Code.VAL111, ImageReference::registry));

  /** WordPress with Apache. */
  public static final Key<String> WORDPRESS =
      image("wordpress", "docker.io/library/", "wordpress:7.1.0-php8.4-apache");

  /** WP-CLI. */
  public static final Key<String> WORDPRESS_CLI =
      image("wordpress_cli", "docker.io/library/", "wordpress:cli-2.12.0-php8.4");

  /** curl with a shell, for the runner that asks the sites for what is due. */
  public static final Key<String> CURL = image("curl", "docker.io/curlimages/", "curl:8.16.0");

  /** MariaDB. */
  public static final Key<String> MARIADB =
      image("mariadb", "docker.io/library/", "mariadb:11.8.8");

  /** The database operator's own image, for its agent and init container. */
  public static final Key<String> MARIADB_OPERATOR =
      image(
          "mariadb_operator",
          "docker-registry3.mariadb.com/mariadb-operator/",
          "mariadb-operator:26.6.0");

  /** Metrics exporter of MariaDB. */
  public static final Key<String> MARIADB_EXPORTER =
      image("mariadb_exporter", "docker.io/prom/", "mysqld-exporter:v0.20.0");

  /** rclone with a shell, which takes an export to its bucket. */
  public static final Key<String> RCLONE = image("rclone", "docker.io/rclone/", "rclone:1.71.2");

  /** Open WebUI. */
  public static final Key<String> OPEN_WEBUI =
      image("open_webui", "ghcr.io/open-webui/", "open-webui:v0.12.4");

  /** What content automation runs on: a Python that has the libraries of Open WebUI. */
  public static final Key<String> CONTENT =
      stated("content", text(Code.VAL111, ImageReference::check))
          .from(settings -> settings.get(OPEN_WEBUI));

  /** Authentik server and worker. */
  public static final Key<String> AUTHENTIK =
      image("authentik", "ghcr.io/goauthentik/", "server:2026.8.3", "authentik-");

  /** PostgreSQL of Authentik. */
  public static final Key<String> POSTGRESQL =
      image("postgresql", "docker.io/library/", "postgres:17.6");

  /** Sidecar that collects labelled ConfigMaps. */
  public static final Key<String> SIDECAR =
      image("sidecar", "ghcr.io/kiwigrid/", "k8s-sidecar:2.10.1");

  /** All images, in the order of the schema, without the registry. */
  public static final List<Key<String>> IMAGES =
      List.of(
          WORDPRESS,
          WORDPRESS_CLI,
          CURL,
          MARIADB,
          MARIADB_OPERATOR,
          MARIADB_EXPORTER,
          RCLONE,
          OPEN_WEBUI,
          CONTENT,
          AUTHENTIK,
          POSTGRESQL,
          SIDECAR);

  /** The registry and all images. */
  public static final List<Key<?>> ALL =
      Stream.concat(Stream.<Key<?>>of(REGISTRY), IMAGES.stream()).toList();

  private ImageKeys() {}

  private static Key<String> image(String field, String publicHost, String name) {
    return image(field, publicHost, name, "");
  }

  /**
   * An image of a fleet that states none: where its maker publishes it, or by the same name in the
   * fleet's registry.
   *
   * @param mirrorPrefix prefix that shows in one flat registry whose image it is
   */
  private static Key<String> image(
      String field, String publicHost, String name, String mirrorPrefix) {
    return stated(field, text(Code.VAL111, ImageReference::check))
        .from(
            settings ->
                settings.find(REGISTRY).isPresent() ? mirrorPrefix + name : publicHost + name);
  }

  private static <T> Key<T> stated(String field, Form<T> form) {
    return Key.of("images." + field, form).in(Document.FLEET, Document.TIER, Document.NEXT);
  }
}
