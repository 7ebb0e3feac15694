package io.tenantsmith.render.site;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.render.kit.Mounts;
import io.tenantsmith.render.kit.Restricted;
import io.tenantsmith.render.kit.Variable;
import io.tenantsmith.render.kit.Volumes;
import java.util.List;

/** Makes what the web pods and the install Job have in common. */
final class WordPressParts {

  static final String CONFIG_MAP = "wordpress-config";
  static final String CONTENT_CLAIM = "wordpress-content";
  static final String SECRETS = "/run/secrets/";

  private static final String PASSWORD = "password";

  /** User and group www-data of the image. */
  private static final long WWW_DATA = 33;

  private WordPressParts() {}

  static PodSecurityContext security() {
    return Restricted.userWithVolumes(WWW_DATA);
  }

  /** The environment with which the image writes wp-config.php. */
  static List<EnvVar> environment(WordPressSite site) {
    return List.of(
        Variable.of("WORDPRESS_DB_HOST", site.databaseHost()),
        Variable.of("WORDPRESS_DB_NAME", "wordpress"),
        Variable.of("WORDPRESS_DB_USER", "wordpress"),
        Variable.of("WORDPRESS_DB_PASSWORD_FILE", SECRETS + "wordpress-db/" + PASSWORD),
        Variable.of("WORDPRESS_DB_CHARSET", "utf8mb4"),
        Variable.ofConfigMap("WORDPRESS_CONFIG_EXTRA", CONFIG_MAP, "config-extra.php"));
  }

  /** The folders of the site, of which only the content outlives a pod. */
  static List<VolumeMount> folders() {
    return List.of(
        Mounts.at("/var/www/html", "webroot"),
        Mounts.at("/var/www/html/wp-content", "content"),
        Mounts.at("/tmp", "tmp"));
  }

  /** What a client of the database needs to see. */
  static List<VolumeMount> database() {
    return List.of(
        Mounts.readOnly("/etc/mariadb-ca", "mariadb-ca"),
        Mounts.readOnly(SECRETS + "wordpress-db", "db-password"));
  }

  /** PHP's own settings. */
  static VolumeMount phpSettings() {
    return Mounts.readOnly("/usr/local/etc/php/conf.d/zz-tenant.ini", "config", "tenant.ini");
  }

  static List<Volume> folderVolumes(Bytes temporary) {
    return List.of(
        Volumes.scratch("webroot", Bytes.ofGibi(1)),
        Volumes.claim("content", CONTENT_CLAIM),
        Volumes.scratch("tmp", temporary));
  }

  static List<Volume> configVolumes() {
    return List.of(
        Volumes.configMap("config", CONFIG_MAP),
        Volumes.secret("mariadb-ca", "mariadb-ca-bundle", "ca.crt"),
        passwordVolume("db-password", "wordpress-db"));
  }

  static Volume passwordVolume(String name, String secret) {
    return Volumes.secret(name, secret, PASSWORD);
  }
}
