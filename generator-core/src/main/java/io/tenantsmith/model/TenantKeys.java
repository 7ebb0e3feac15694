package io.tenantsmith.model;

import static io.tenantsmith.model.Form.items;
import static io.tenantsmith.model.Form.places;
import static io.tenantsmith.model.Form.text;
import static io.tenantsmith.model.Form.word;

import io.tenantsmith.diagnostic.Code;
import java.util.List;
import java.util.Map;

/** What a tenant may set; lower layers give defaults. In the order of the schema. */
public final class TenantKeys {

  /** The file, relative to the fleet's root. */
  public static final Key<String> FILE = Key.of("file", Form.PLAIN);

  /** The id. */
  public static final Key<TenantId> ID = stated("tenant_id", text(Code.VAL101, TenantId::parse));

  /** What people call it. */
  public static final Key<String> DISPLAY_NAME = stated("display_name", Form.NAME);

  /** Whom to write to. */
  public static final Key<String> ADMIN_EMAIL = stated("admin_email", Form.MAIL);

  /** Name of its tier. */
  public static final Key<String> TIER = stated("tier", Form.LABEL);

  /** Name of its template; may be left out. */
  public static final Key<String> TEMPLATE = stated("template", Form.LABEL);

  /** The cluster that it names; may be left out. */
  public static final Key<String> CLUSTER = stated("cluster", Form.LABEL);

  /** The region that it names; may be left out. */
  public static final Key<String> REGION = stated("region", Form.LABEL);

  /** When a rollout reaches it. */
  public static final Key<Ring> RING = stated("ring", word(Ring::of)).otherwise(Ring.BROAD);

  /** Its state. */
  public static final Key<TenantState> STATE =
      stated("state", word(TenantState::of)).otherwise(TenantState.ACTIVE);

  /** Who the tenant is and where it belongs; nearly every rendered file shows this. */
  public static final List<Key<?>> WHO =
      List.of(ID, DISPLAY_NAME, ADMIN_EMAIL, TIER, TEMPLATE, CLUSTER, REGION, RING, STATE);

  /** Login of the site's first administrator. */
  public static final Key<String> ADMIN_USER =
      stated("admin_user", text(Code.VAL109, LoginName::check)).from(TenantDefaults::adminUser);

  /** Content automation: a message in Open WebUI becomes a post. */
  public static final Key<Boolean> CONTENT_AUTOMATION = feature("content_automation");

  /** Single sign-on to WordPress through Authentik. */
  public static final Key<Boolean> SSO_ENABLED = feature("sso_enabled");

  /** Plugins and a theme of the tenant's choice. */
  public static final Key<Boolean> CUSTOM_PLUGINS = feature("custom_plugins");

  /** A dashboard of the tenant's own. */
  public static final Key<Boolean> ANALYTICS_ENABLED = feature("analytics_enabled");

  /** All features. */
  public static final List<Key<Boolean>> FEATURES =
      List.of(CONTENT_AUTOMATION, SSO_ENABLED, CUSTOM_PLUGINS, ANALYTICS_ENABLED);

  /** Sum of the web pods' cpu requests at maximum replicas; may be left out. */
  public static final Key<Cpu> CPU_REQUEST = stated("resources.cpu_request", Form.CPU);

  /** Sum of the web pods' cpu limits at maximum replicas. */
  public static final Key<Cpu> CPU_LIMIT =
      stated("resources.cpu_limit", Form.CPU)
          .from(s -> TenantDefaults.planned(s, TierKeys.LIMIT_CPU, TierKeys.DEFAULT_CPU));

  /** Sum of the web pods' memory requests at maximum replicas; may be left out. */
  public static final Key<Bytes> MEMORY_REQUEST = stated("resources.memory_request", Form.MEMORY);

  /** Sum of the web pods' memory limits at maximum replicas. */
  public static final Key<Bytes> MEMORY_LIMIT =
      stated("resources.memory_limit", Form.MEMORY)
          .from(s -> TenantDefaults.planned(s, TierKeys.LIMIT_MEMORY, TierKeys.DEFAULT_MEMORY));

  /** Storage for WordPress content. */
  public static final Key<Bytes> STORAGE_SIZE =
      stated("resources.storage_size", Form.STORAGE)
          .from(s -> TenantDefaults.planned(s, TierKeys.LIMIT_STORAGE, TierKeys.DEFAULT_STORAGE));

  /** Cores of one database instance. */
  public static final Key<Cpu> DB_CORES =
      stated("resources.db_cores", Form.CORES)
          .from(s -> s.value(TierKeys.DATABASE_CORES).orElse(null));

  /** Memory of one database instance. */
  public static final Key<Bytes> DB_RAM =
      stated("resources.db_ram", Form.GIBI).from(s -> s.value(TierKeys.DATABASE_RAM).orElse(null));

  /** Storage of one database instance. */
  public static final Key<Bytes> DB_STORAGE =
      stated("resources.db_storage", Form.GIBI_STORAGE)
          .from(s -> s.value(TierKeys.DATABASE_STORAGE).orElse(null));

  /** Own hosts, the canonical one first. */
  public static final Key<List<Sourced<HostName>>> CUSTOM_DOMAINS =
      stated("custom_domains", places(Form.HOST)).otherwise(List.of());

  /** Whether generated content is published without a person. */
  public static final Key<Boolean> AUTO_PUBLISH =
      shared("content.auto_publish", Form.FLAG).otherwise(false);

  /** Kinds of content that may be generated. */
  public static final Key<List<String>> CONTENT_TYPES =
      shared("content.content_types", items(Form.PLAIN)).otherwise(List.of("blog_post"));

  /** Categories of generated content. */
  public static final Key<List<String>> DEFAULT_CATEGORIES =
      shared("content.default_categories", items(Form.NAME)).otherwise(List.of());

  /** Whether content is written for search engines. */
  public static final Key<Boolean> SEO_OPTIMIZATION =
      shared("content.seo_optimization", Form.FLAG).otherwise(true);

  /** Prompts by name, sorted; merged key by key over the layers. */
  public static final Key<Map<String, String>> CUSTOM_TEMPLATES =
      shared("content.custom_templates", Form.TEXTS).merged(Merge.BY_KEY).otherwise(Map.of());

  /** Whether a person approves each workflow. */
  public static final Key<Boolean> WORKFLOW_APPROVAL =
      shared("content.workflow_approval", Form.FLAG).otherwise(false);

  /** Plugins to install. */
  public static final Key<List<Plugin>> PLUGINS =
      shared("plugins", Form.PLUGINS).otherwise(List.of());

  /** Theme to install; may be left out. */
  public static final Key<Plugin> THEME = shared("theme", Form.PLUGIN);

  /** Title of the login page. */
  public static final Key<String> BRANDING_TITLE = shared("branding.title", Form.NAME);

  /** URL of the logo. */
  public static final Key<String> BRANDING_LOGO = shared("branding.logo", Form.URL);

  /** URL of the favicon. */
  public static final Key<String> BRANDING_FAVICON = shared("branding.favicon", Form.URL);

  /** Style sheet of the login page. */
  public static final Key<String> BRANDING_CSS =
      shared("branding.css", text(Code.VAL112, StyleSheet::check));

  /** All of the branding. */
  public static final List<Key<String>> BRANDING =
      List.of(BRANDING_TITLE, BRANDING_LOGO, BRANDING_FAVICON, BRANDING_CSS);

  /** When the nightly backup starts, UTC. */
  public static final Key<CronSchedule> BACKUP_SCHEDULE =
      shared("backup.schedule", text(Code.VAL106, CronSchedule::parse))
          .from(TenantDefaults::nightly);

  /** How long backups are kept, days. */
  public static final Key<Integer> BACKUP_RETENTION_DAYS =
      shared("backup.retention_days", Form.WHOLE).otherwise(30);

  /** Which line of backups the database continues; a restore begins the next one. */
  public static final Key<Integer> BACKUP_GENERATION =
      stated("backup.generation", Form.WHOLE).otherwise(1);

  /** Kustomize patches, in order. */
  public static final Key<List<Sourced<Patch>>> PATCHES =
      stated("patches", Form.PATCHES).otherwise(List.of());

  /** Why the state is what it is; for people. */
  public static final Key<String> REASON = stated("reason", Form.PLAIN);

  /** When a state ends. */
  public static final Key<String> UNTIL = stated("until", text(Code.VAL113, IsoDate::check));

  /** Confirms what cannot be undone. */
  public static final Key<String> CONFIRM = stated("confirm", Form.PLAIN);

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
          REASON,
          UNTIL,
          CONFIRM,
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
          BACKUP_GENERATION,
          PATCHES);

  private TenantKeys() {}

  /** A key that only a tenant states. */
  private static <T> Key<T> stated(String path, Form<T> form) {
    return Key.of(path, form).in(Document.TENANT);
  }

  /** A key that a template and a fleet's defaults may state for a tenant. */
  private static <T> Key<T> shared(String path, Form<T> form) {
    return Key.of(path, form).in(Document.TENANT, Document.TEMPLATE, Document.DEFAULTS);
  }

  /** A feature that a tier allows and turns on, and that every layer may turn off. */
  private static Key<Boolean> feature(String name) {
    return Key.of("features." + name, Form.FLAG)
        .in(Document.TENANT, Document.TEMPLATE, Document.DEFAULTS, Document.TIER, Document.NEXT)
        .merged(Merge.SWITCH_OFF);
  }
}
