package io.tenantsmith.model;

import java.util.List;

/** What fleet.yaml says of the fleet itself. Order is that of the schema. */
public final class FleetKeys {

  /** The file, relative to the fleet's root. */
  public static final Key<String> FILE = Key.of("file");

  /** Names of its clusters. */
  public static final Key<List<String>> CLUSTERS = Key.of("clusters");

  /** Environment of its first cluster, and so of all. */
  public static final Key<String> ENVIRONMENT = Key.of("clusters[0].environment");

  /** What {@code app.kubernetes.io/part-of} says. */
  public static final Key<String> NAME = Key.of("fleet");

  /** Tenants get {@code <tenant_id>.<domain>}. */
  public static final Key<HostName> DOMAIN = Key.of("domain");

  /** Put before a tenant's id. */
  public static final Key<String> NAMESPACE_PREFIX = Key.of("namespace_prefix", "tenant-");

  /** For the ACME account; may be left out. */
  public static final Key<String> CONTACT_EMAIL = Key.of("contact_email");

  /** URL to which a suspended tenant's hosts redirect; may be left out. */
  public static final Key<String> PAUSED_PAGE = Key.of("paused_page");

  /** Host of the shared Authentik. */
  public static final Key<HostName> IDENTITY_HOST =
      Key.from("identity.host", s -> s.get(DOMAIN).withPrefix("auth"));

  /** How blueprints reach Authentik. */
  public static final Key<String> IDENTITY_BLUEPRINTS = Key.of("identity.blueprints", "sidecar");

  /** What the API server puts before a group's name. */
  public static final Key<String> GROUPS_PREFIX = Key.of("identity.groups_prefix", "oidc:");

  /** Host of the shared Open WebUI. */
  public static final Key<HostName> OPEN_WEBUI_HOST =
      Key.from("open_webui.host", s -> s.get(DOMAIN).withPrefix("chat"));

  /** Where secrets come from. */
  public static final Key<String> SECRETS_PROVIDER = Key.of("secrets.provider", "kubernetes");

  /** Address of the vault; may be left out. */
  public static final Key<String> SECRETS_SERVER = Key.of("secrets.server");

  /** Mount of the vault's key-value engine; may be left out. */
  public static final Key<String> SECRETS_PATH = Key.of("secrets.path");

  /** Mount of the vault's Kubernetes sign-on; may be left out. */
  public static final Key<String> SECRETS_AUTH_MOUNT = Key.of("secrets.auth_mount");

  /** S3 bucket of backups. */
  public static final Key<String> BACKUP_BUCKET =
      Key.from("backup.bucket", s -> s.get(NAME) + "-backups");

  /** S3 endpoint host of backups. */
  public static final Key<HostName> BACKUP_ENDPOINT =
      Key.of("backup.endpoint", new HostName("s3.amazonaws.com"));

  /** Where Velero runs. */
  public static final Key<String> VELERO_NAMESPACE = Key.of("backup.velero.namespace", "velero");

  /** Velero's backup location. */
  public static final Key<String> VELERO_LOCATION = Key.of("backup.velero.location", "default");

  /** Where Prometheus runs. */
  public static final Key<String> MONITORING_NAMESPACE =
      Key.of("monitoring.namespace", "monitoring");

  /** The release whose rules Prometheus reads. */
  public static final Key<String> MONITORING_RELEASE =
      Key.of("monitoring.release", "kube-prometheus-stack");

  /** How many tenants a publish may remove. */
  public static final Key<Integer> MAX_REMOVED_TENANTS = Key.of("guards.max_removed_tenants", 1);

  /** How many tenants a publish may change, percent. */
  public static final Key<Integer> MAX_CHANGED_PERCENT = Key.of("guards.max_changed_percent", 10);

  /** Where we push; may be left out. */
  public static final Key<String> PUBLISH_REPOSITORY = Key.of("publish.repository");

  /** Whether a missing repository is made. */
  public static final Key<Boolean> PUBLISH_CREATE = Key.of("publish.create", false);

  /** What sync tools read; may be left out. */
  public static final Key<String> PUBLISH_URL = Key.of("publish.url");

  /** The branch that is published. */
  public static final Key<String> PUBLISH_BRANCH =
      Key.from("publish.branch", s -> "environment/" + s.get(ENVIRONMENT));

  /** How it is published. */
  public static final Key<String> PUBLISH_MODE = Key.of("publish.mode", "direct");

  /** Author of every commit. */
  public static final Key<String> AUTHOR_NAME = Key.of("publish.author.name", "Tenantsmith");

  /** Mail address of the author. */
  public static final Key<String> AUTHOR_EMAIL =
      Key.from("publish.author.email", s -> "tenantsmith@" + s.get(DOMAIN));

  /** All of them, in the order of the schema. */
  public static final List<Key<?>> ALL =
      List.of(
          FILE,
          CLUSTERS,
          ENVIRONMENT,
          NAME,
          DOMAIN,
          NAMESPACE_PREFIX,
          CONTACT_EMAIL,
          PAUSED_PAGE,
          IDENTITY_HOST,
          IDENTITY_BLUEPRINTS,
          GROUPS_PREFIX,
          OPEN_WEBUI_HOST,
          SECRETS_PROVIDER,
          SECRETS_SERVER,
          SECRETS_PATH,
          SECRETS_AUTH_MOUNT,
          BACKUP_BUCKET,
          BACKUP_ENDPOINT,
          VELERO_NAMESPACE,
          VELERO_LOCATION,
          MONITORING_NAMESPACE,
          MONITORING_RELEASE,
          MAX_REMOVED_TENANTS,
          MAX_CHANGED_PERCENT,
          PUBLISH_REPOSITORY,
          PUBLISH_CREATE,
          PUBLISH_URL,
          PUBLISH_BRANCH,
          PUBLISH_MODE,
          AUTHOR_NAME,
          AUTHOR_EMAIL);

  private FleetKeys() {}
}
