package io.tenantsmith.model;

import static io.tenantsmith.model.Form.items;
import static io.tenantsmith.model.Form.text;

import io.tenantsmith.diagnostic.Code;
import java.util.List;

/** What fleet.yaml states about the fleet itself. In the order of the schema. */
public final class FleetKeys {

  /** The file, relative to the fleet's root. */
  public static final Key<String> FILE = Key.of("file", Form.PLAIN);

  /** Names of its clusters. */
  public static final Key<List<String>> CLUSTERS = Key.of("clusters", items(Form.PLAIN));

  /** Environment of its first cluster, and so of all. */
  public static final Key<String> ENVIRONMENT = Key.of("clusters[0].environment", Form.PLAIN);

  /** The value of {@code app.kubernetes.io/part-of}. */
  public static final Key<String> NAME = stated("fleet", text(Code.VAL114, PlainNames::shortLabel));

  /** Tenants get {@code <tenant_id>.<domain>}; a cluster may state its own. */
  public static final Key<HostName> DOMAIN = perCluster("domain", Form.HOST);

  /** Put before a tenant's id. */
  public static final Key<String> NAMESPACE_PREFIX =
      stated("namespace_prefix", text(Code.VAL114, PlainNames::namespacePrefix))
          .otherwise("tenant-");

  /** For the ACME account; may be left out. */
  public static final Key<String> CONTACT_EMAIL = stated("contact_email", Form.MAIL);

  /** URL to which a suspended tenant's hosts redirect; may be left out. */
  public static final Key<String> PAUSED_PAGE = stated("paused_page", Form.PAGE);

  /** Host of the shared Authentik; a cluster may state its own. */
  public static final Key<HostName> IDENTITY_HOST =
      perCluster("identity.host", Form.HOST).from(s -> s.get(DOMAIN).withPrefix("auth"));

  /** What people read above the pages of the shared Authentik. */
  public static final Key<String> IDENTITY_TITLE =
      stated("identity.title", Form.NAME).from(s -> s.get(NAME));

  /** Whether whoever administers anything must have a second factor. */
  public static final Key<Boolean> ADMIN_SECOND_FACTOR =
      stated("identity.admin_second_factor", Form.FLAG).otherwise(false);

  /** How blueprints reach Authentik. */
  public static final Key<String> IDENTITY_BLUEPRINTS =
      stated("identity.blueprints", Form.PLAIN).otherwise("sidecar");

  /** What the API server puts before a group's name. */
  public static final Key<String> GROUPS_PREFIX =
      stated("identity.groups_prefix", Form.PLAIN).otherwise("oidc:");

  /** Host of the shared Open WebUI; a cluster may state its own. */
  public static final Key<HostName> OPEN_WEBUI_HOST =
      perCluster("open_webui.host", Form.HOST).from(s -> s.get(DOMAIN).withPrefix("chat"));

  /** Where secrets come from. */
  public static final Key<String> SECRETS_PROVIDER =
      stated("secrets.provider", Form.PLAIN).otherwise("kubernetes");

  /** Address of the vault; may be left out. */
  public static final Key<String> SECRETS_SERVER = stated("secrets.server", Form.URL);

  /** Mount of the vault's key-value engine; may be left out. */
  public static final Key<String> SECRETS_PATH =
      stated("secrets.path", text(Code.VAL114, PlainNames::mount));

  /** Mount of the vault's Kubernetes auth method; may be left out. */
  public static final Key<String> SECRETS_AUTH_MOUNT =
      stated("secrets.auth_mount", text(Code.VAL114, PlainNames::mount));

  /** Where Prometheus runs. */
  public static final Key<String> MONITORING_NAMESPACE =
      stated("monitoring.namespace", Form.LABEL).otherwise("monitoring");

  /** The release whose rules Prometheus reads. */
  public static final Key<String> MONITORING_RELEASE =
      stated("monitoring.release", Form.LABEL).otherwise("kube-prometheus-stack");

  /** How many tenants a publish may remove. */
  public static final Key<Integer> MAX_REMOVED_TENANTS =
      stated("guards.max_removed_tenants", Form.WHOLE).otherwise(1);

  /** How many tenants a publish may change, percent. */
  public static final Key<Integer> MAX_CHANGED_PERCENT =
      stated("guards.max_changed_percent", Form.WHOLE).otherwise(10);

  /** Where we push; may be left out. */
  public static final Key<String> PUBLISH_REPOSITORY =
      stated("publish.repository", text(Code.VAL108, WebAddress::repository));

  /** Whether a missing repository is created. */
  public static final Key<Boolean> PUBLISH_CREATE =
      stated("publish.create", Form.FLAG).otherwise(false);

  /** What sync tools read; may be left out. */
  public static final Key<String> PUBLISH_URL =
      stated("publish.url", text(Code.VAL108, WebAddress::repository));

  /** The branch that is published. */
  public static final Key<String> PUBLISH_BRANCH =
      stated("publish.branch", text(Code.VAL114, PlainNames::branch))
          .from(s -> "environment/" + s.get(ENVIRONMENT));

  /** How it is published. */
  public static final Key<String> PUBLISH_MODE =
      stated("publish.mode", Form.PLAIN).otherwise("direct");

  /** Author of every commit. */
  public static final Key<String> AUTHOR_NAME =
      stated("publish.author.name", Form.NAME).otherwise("Tenantsmith");

  /** Mail address of the author. */
  public static final Key<String> AUTHOR_EMAIL =
      stated("publish.author.email", Form.MAIL).from(s -> "tenantsmith@" + s.get(DOMAIN));

  /** How commits are signed. */
  public static final Key<String> PUBLISH_SIGNING = stated("publish.signing", Form.PLAIN);

  /** The hosts of a cluster's platform, in the order in which their defaults follow. */
  static final List<Key<?>> HOSTS = List.of(DOMAIN, IDENTITY_HOST, OPEN_WEBUI_HOST);

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
          IDENTITY_TITLE,
          ADMIN_SECOND_FACTOR,
          IDENTITY_BLUEPRINTS,
          GROUPS_PREFIX,
          OPEN_WEBUI_HOST,
          SECRETS_PROVIDER,
          SECRETS_SERVER,
          SECRETS_PATH,
          SECRETS_AUTH_MOUNT,
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
          AUTHOR_EMAIL,
          PUBLISH_SIGNING);

  private FleetKeys() {}

  private static <T> Key<T> perCluster(String path, Form<T> form) {
    return Key.of(path, form).in(Document.FLEET, Document.CLUSTER);
  }

  private static <T> Key<T> stated(String path, Form<T> form) {
    return Key.of(path, form).in(Document.FLEET);
  }
}
