package io.tenantsmith.model;

import java.util.List;

/** The images of the platform; a fleet sets them, a tier may set them above it. */
public final class ImageKeys {

  /** Prefix of every image that names no registry itself; may be left out. */
  public static final Key<String> REGISTRY = Key.of("images.registry");

  /** WordPress with Apache. */
  public static final Key<String> WORDPRESS = Key.of("images.wordpress");

  /** WP-CLI. */
  public static final Key<String> WORDPRESS_CLI = Key.of("images.wordpress_cli");

  /** curl, for wp-cron. */
  public static final Key<String> CURL = Key.of("images.curl");

  /** MariaDB. */
  public static final Key<String> MARIADB = Key.of("images.mariadb");

  /** The database operator's own image, for its agent and init container. */
  public static final Key<String> MARIADB_OPERATOR = Key.of("images.mariadb_operator");

  /** Metrics exporter of MariaDB. */
  public static final Key<String> MARIADB_EXPORTER = Key.of("images.mariadb_exporter");

  /** Open WebUI. */
  public static final Key<String> OPEN_WEBUI = Key.of("images.open_webui");

  /** Pipelines of Open WebUI. */
  public static final Key<String> PIPELINES = Key.of("images.pipelines");

  /** Authentik server and worker. */
  public static final Key<String> AUTHENTIK = Key.of("images.authentik");

  /** PostgreSQL of Authentik. */
  public static final Key<String> POSTGRESQL = Key.of("images.postgresql");

  /** Sidecar that collects labelled ConfigMaps. */
  public static final Key<String> SIDECAR = Key.of("images.sidecar");

  /** All images, in the order of the schema, without the registry. */
  public static final List<Key<String>> IMAGES =
      List.of(
          WORDPRESS,
          WORDPRESS_CLI,
          CURL,
          MARIADB,
          MARIADB_OPERATOR,
          MARIADB_EXPORTER,
          OPEN_WEBUI,
          PIPELINES,
          AUTHENTIK,
          POSTGRESQL,
          SIDECAR);

  private ImageKeys() {}
}
