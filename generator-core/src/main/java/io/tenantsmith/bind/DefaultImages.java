package io.tenantsmith.bind;

import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Values;
import java.util.List;

/**
 * The images of a fleet that states none: where their makers publish them, or of the same names
 * below the fleet's registry.
 */
final class DefaultImages {

  private static final List<Image> ALL =
      List.of(
          new Image(ImageKeys.WORDPRESS, "docker.io/library/", "wordpress:7.1.0-php8.4-apache"),
          new Image(ImageKeys.WORDPRESS_CLI, "docker.io/library/", "wordpress:cli-2.12.0-php8.4"),
          new Image(ImageKeys.CURL, "docker.io/curlimages/", "curl:8.16.0"),
          new Image(ImageKeys.MARIADB, "docker.io/library/", "mariadb:11.8.8"),
          new Image(
              ImageKeys.MARIADB_OPERATOR,
              "docker-registry3.mariadb.com/mariadb-operator/",
              "mariadb-operator:26.6.0"),
          new Image(ImageKeys.MARIADB_EXPORTER, "docker.io/prom/", "mysqld-exporter:v0.20.0"),
          new Image(ImageKeys.OPEN_WEBUI, "ghcr.io/open-webui/", "open-webui:v0.11.0"),
          new Image(ImageKeys.PIPELINES, "ghcr.io/open-webui/", "pipelines:git-26b8f20"),
          new Image(ImageKeys.AUTHENTIK, "ghcr.io/goauthentik/", "server:2026.8.3", "authentik-"),
          new Image(ImageKeys.POSTGRESQL, "docker.io/library/", "postgres:17.6"),
          new Image(ImageKeys.SIDECAR, "ghcr.io/kiwigrid/", "k8s-sidecar:2.10.1"));

  private DefaultImages() {}

  /** The stated images over the default ones. */
  static Values below(Values stated) {
    boolean mirrored = stated.get(ImageKeys.REGISTRY).isPresent();
    Values.Builder values = Values.builder();
    for (Image image : ALL) {
      String text = mirrored ? image.mirrorPrefix + image.name : image.publicHost + image.name;
      values.put(image.key, new Sourced<>(text, Origin.BUILT_IN.range()));
    }
    return values.putAll(stated).build();
  }

  /**
   * One image.
   *
   * @param mirrorPrefix what makes a name below one flat registry say whose it is
   */
  private record Image(Key<String> key, String publicHost, String name, String mirrorPrefix) {
    Image(Key<String> key, String publicHost, String name) {
      this(key, publicHost, name, "");
    }
  }
}
