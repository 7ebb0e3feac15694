package io.tenantsmith.model;

import java.util.List;
import java.util.Map;

/** What a tenant may set; lower layers give defaults. Order is that of the schema. */
public final class TenantKeys {

  /** The file, relative to the fleet's root. */
  public static final Key<String> FILE = Key.of("file");

  /** The id. */
  public static final Key<TenantId> ID = Key.of("tenant_id");

  /** What people call it. */
  public static final Key<String> DISPLAY_NAME = Key.of("display_name");

  /** Whom to write to. */
  public static final Key<String> ADMIN_EMAIL = Key.of("admin_email");

  /** Name of its tier. */
  public static final Key<String> TIER = Key.of("tier");

  /** Name of its template; may be left out. */
  public static final Key<String> TEMPLATE = Key.of("template");

  /** The cluster that it names; may be left out. */
  public static final Key<String> CLUSTER = Key.of("cluster");

  /** The region that it names; may be left out. */
  public static final Key<String> REGION = Key.of("region");

  /** When a roll-out reaches it. */
  public static final Key<Ring> RING = Key.of("ring", Ring.BROAD);

  /** In which state it is. */
  public static final Key<TenantState> STATE = Key.of("state", TenantState.ACTIVE);

  /** Who the tenant is and where it belongs: what nearly every file of it says. */
  static final List<Key<?>> WHO =
      List.of(ID, DISPLAY_NAME, ADMIN_EMAIL, TIER, TEMPLATE, CLUSTER, REGION, RING, STATE);

  /** Login of the site's first administrator. */
  public static final Key<String> ADMIN_USER = Key.of("admin_user");

  /** Content automation through Open WebUI and its Pipelines. */
  public static final Key<Boolean> CONTENT_AUTOMATION = Key.of("features.content_automation");

  /** Sign-on to WordPress through Authentik. */
  public static final Key<Boolean> SSO_ENABLED = Key.of("features.sso_enabled");

  /** Plugins and a theme of the tenant's choice. */
  public static final Key<Boolean> CUSTOM_PLUGINS = Key.of("features.custom_plugins");

  /** A dashboard of the tenant's own. */
  public static final Key<Boolean> ANALYTICS_ENABLED = Key.of("features.analytics_enabled");

  /** All features. */
  public static final List<Key<Boolean>> FEATURES =
      List.of(CONTENT_AUTOMATION, SSO_ENABLED, CUSTOM_PLUGINS, ANALYTICS_ENABLED);

  /** Sum of the web pods' cpu requests at the most replicas; may be left out. */
  public static final Key<Cpu> CPU_REQUEST = Key.of("resources.cpu_request");

  /** Sum of the web pods' cpu limits at the most replicas. */
  public static final Key<Cpu> CPU_LIMIT = Key.of("resources.cpu_limit");

  /** Sum of the web pods' memory requests at the most replicas; may be left out. */
  public static final Key<Bytes> MEMORY_REQUEST = Key.of("resources.memory_request");

  /** Sum of the web pods' memory limits at the most replicas. */
  public static final Key<Bytes> MEMORY_LIMIT = Key.of("resources.memory_limit");

  /** Storage for WordPress content. */
  public static final Key<Bytes> STORAGE_SIZE = Key.of("resources.storage_size");

  /** Cores of one database instance. */
  public static final Key<Cpu> DB_CORES = Key.of("resources.db_cores");

  /** Memory of one database instance. */
  public static final Key<Bytes> DB_RAM = Key.of("resources.db_ram");

  /** Storage of one database instance. */
  public static final Key<Bytes> DB_STORAGE = Key.of("resources.db_storage");

  /** Own hosts, the canonical one first. */
  public static final Key<List<Sourced<HostName>>> CUSTOM_DOMAINS = Key.of("custom_domains");

  /** Whether generated content is published without a person. */
  public static final Key<Boolean> AUTO_PUBLISH = Key.of("content.auto_publish");

  /** Kinds of content that may be generated. */
  public static final Key<List<String>> CONTENT_TYPES = Key.of("content.content_types");

  /** Categories of generated content. */
  public static final Key<List<String>> DEFAULT_CATEGORIES = Key.of("content.default_categories");

  /** Whether content is written for search engines. */
  public static final Key<Boolean> SEO_OPTIMIZATION = Key.of("content.seo_optimization");

  /** Prompts by name, sorted; merged key by key over the layers. */
  public static final Key<Map<String, String>> CUSTOM_TEMPLATES =
      Key.of("content.custom_templates");

  /** Whether a person approves each workflow. */
  public static final Key<Boolean> WORKFLOW_APPROVAL = Key.of("content.workflow_approval");

  /** Plugins to install. */
  public static final Key<List<Plugin>> PLUGINS = Key.of("plugins");

  /** Theme to install; may be left out. */
  public static final Key<Plugin> THEME = Key.of("theme");

  /** Title of the login page. */
  public static final Key<String> BRANDING_TITLE = Key.of("branding.title");

  /** URL of the logo. */
  public static final Key<String> BRANDING_LOGO = Key.of("branding.logo");

  /** URL of the favicon. */
  public static final Key<String> BRANDING_FAVICON = Key.of("branding.favicon");

  /** Style sheet of the login page. */
  public static final Key<String> BRANDING_CSS = Key.of("branding.css");

  /** All of the branding. */
  public static final List<Key<String>> BRANDING =
      List.of(BRANDING_TITLE, BRANDING_LOGO, BRANDING_FAVICON, BRANDING_CSS);

  /** When the nightly backup starts, UTC. */
  public static final Key<CronSchedule> BACKUP_SCHEDULE = Key.of("backup.schedule");

  /** How long backups are kept, days. */
  public static final Key<Integer> BACKUP_RETENTION_DAYS = Key.of("backup.retention_days");

  /** Kustomize patches, in order. */
  public static final Key<List<Sourced<Patch>>> PATCHES = Key.of("patches");

  /** All of them. */
  public static final List<Key<?>> ALL =
      List.of(
          FILE,
          ID,
          DISPLAY_NAME,
          ADMIN_EMAIL,
          TIER,
          TEMPLATE,
          CLUSTER,
          REGION,
          RING,
          STATE,
          ADMIN_USER,
          CONTENT_AUTOMATION,
          SSO_ENABLED,
          CUSTOM_PLUGINS,
          ANALYTICS_ENABLED,
          CPU_REQUEST,
          CPU_LIMIT,
          MEMORY_REQUEST,
          MEMORY_LIMIT,
          STORAGE_SIZE,
          DB_CORES,
          DB_RAM,
          DB_STORAGE,
          CUSTOM_DOMAINS,
          AUTO_PUBLISH,
          CONTENT_TYPES,
          DEFAULT_CATEGORIES,
          SEO_OPTIMIZATION,
          CUSTOM_TEMPLATES,
          WORKFLOW_APPROVAL,
          PLUGINS,
          THEME,
          BRANDING_TITLE,
          BRANDING_LOGO,
          BRANDING_FAVICON,
          BRANDING_CSS,
          BACKUP_SCHEDULE,
          BACKUP_RETENTION_DAYS,
          PATCHES);

  private TenantKeys() {}
}
