package io.tenantsmith.bind;

import static io.tenantsmith.bind.Scalars.checked;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.model.AddressRange;
import io.tenantsmith.model.ClusterKeys;
import io.tenantsmith.model.CronSchedule;
import io.tenantsmith.model.DisplayName;
import io.tenantsmith.model.FleetKeys;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.ImageReference;
import io.tenantsmith.model.LoginName;
import io.tenantsmith.model.MailAddress;
import io.tenantsmith.model.OpenWebUiKind;
import io.tenantsmith.model.PlainNames;
import io.tenantsmith.model.StyleSheet;
import io.tenantsmith.model.SyncTool;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.model.WebAddress;
import java.util.ArrayList;
import java.util.List;

/** The tables: which keys a tenant, tier, template and fleet may set. */
final class Slots {

  private static final Reading<String> NAME = checked(Code.VAL105, DisplayName::check);
  private static final Reading<String> URL = checked(Code.VAL108, WebAddress::https);

  private static final Reading<String> LABEL = checked(Code.VAL114, PlainNames::label);
  private static final Reading<String> DOTTED = checked(Code.VAL114, PlainNames::dotted);
  private static final Reading<HostName> HOST = checked(Code.VAL102, HostName::parse);
  private static final Reading<String> MAIL = checked(Code.VAL104, MailAddress::check);

  /** What a template may hold, and so may a fleet's defaults. */
  static final List<Slot<?>> TEMPLATE = template();

  /** What a tenant may hold. */
  static final List<Slot<?>> TENANT = tenant();

  /** What a tier may hold. */
  static final List<Slot<?>> TIER = tier();

  /** What fleet.yaml may hold of the fleet itself. */
  static final List<Slot<?>> FLEET = fleet();

  /** What fleet.yaml may hold of a cluster. */
  static final List<Slot<?>> CLUSTER = cluster();

  private Slots() {}

  private static List<Slot<?>> template() {
    List<Slot<?>> slots = features();
    slots.add(Slot.of(TenantKeys.AUTO_PUBLISH, Scalars.BOOLEAN));
    slots.add(Slot.of(TenantKeys.CONTENT_TYPES, Lists.WORDS));
    slots.add(Slot.of(TenantKeys.DEFAULT_CATEGORIES, Lists.NAMES));
    slots.add(Slot.of(TenantKeys.SEO_OPTIMIZATION, Scalars.BOOLEAN));
    slots.add(Slot.of(TenantKeys.CUSTOM_TEMPLATES, Lists.TEXTS));
    slots.add(Slot.of(TenantKeys.WORKFLOW_APPROVAL, Scalars.BOOLEAN));
    slots.add(Slot.of(TenantKeys.PLUGINS, Lists.PLUGINS));
    slots.add(Slot.of(TenantKeys.THEME, Lists.PLUGIN));
    slots.add(Slot.of(TenantKeys.BRANDING_TITLE, NAME));
    slots.add(Slot.of(TenantKeys.BRANDING_LOGO, URL));
    slots.add(Slot.of(TenantKeys.BRANDING_FAVICON, URL));
    slots.add(Slot.of(TenantKeys.BRANDING_CSS, checked(Code.VAL112, StyleSheet::check)));
    slots.add(Slot.of(TenantKeys.BACKUP_SCHEDULE, checked(Code.VAL106, CronSchedule::parse)));
    slots.add(Slot.of(TenantKeys.BACKUP_RETENTION_DAYS, Scalars.INTEGER));
    return List.copyOf(slots);
  }

  private static List<Slot<?>> tenant() {
    List<Slot<?>> slots = new ArrayList<>();
    slots.add(Slot.of(TenantKeys.ADMIN_USER, checked(Code.VAL109, LoginName::check)));
    slots.add(Slot.of(TenantKeys.CPU_REQUEST, Quantities.CPU));
    slots.add(Slot.of(TenantKeys.CPU_LIMIT, Quantities.CPU));
    slots.add(Slot.of(TenantKeys.MEMORY_REQUEST, Quantities.MEMORY));
    slots.add(Slot.of(TenantKeys.MEMORY_LIMIT, Quantities.MEMORY));
    slots.add(Slot.of(TenantKeys.STORAGE_SIZE, Quantities.STORAGE));
    slots.add(Slot.of(TenantKeys.DB_CORES, Quantities.CORES));
    slots.add(Slot.of(TenantKeys.DB_RAM, Quantities.GIBI));
    slots.add(Slot.of(TenantKeys.DB_STORAGE, Quantities.GIBI_STORAGE));
    slots.add(Slot.of(TenantKeys.CUSTOM_DOMAINS, Lists.HOSTS));
    slots.addAll(template());
    slots.add(Slot.of(TenantKeys.PATCHES, Patches.ALL));
    return List.copyOf(slots);
  }

  private static List<Slot<?>> tier() {
    List<Slot<?>> slots = features();
    slots.add(Slot.of(TierKeys.SUPPORT_LEVEL, Scalars.TEXT));
    slots.add(Slot.of(TierKeys.LIMIT_CPU, Quantities.limit(Quantities.CPU)));
    slots.add(Slot.of(TierKeys.LIMIT_MEMORY, Quantities.limit(Quantities.MEMORY)));
    slots.add(Slot.of(TierKeys.LIMIT_STORAGE, Quantities.limit(Quantities.STORAGE)));
    slots.add(Slot.of(TierKeys.LIMIT_WORKFLOWS, Quantities.COUNT_LIMIT));
    slots.add(Slot.of(TierKeys.LIMIT_API_REQUESTS, Quantities.COUNT_LIMIT));
    slots.add(Slot.of(TierKeys.DEFAULT_CPU, Quantities.CPU));
    slots.add(Slot.of(TierKeys.DEFAULT_MEMORY, Quantities.MEMORY));
    slots.add(Slot.of(TierKeys.DEFAULT_STORAGE, Quantities.STORAGE));
    slots.add(Slot.of(TierKeys.CUSTOM_DOMAINS, Quantities.COUNT_LIMIT));
    slots.add(Slot.of(TierKeys.WHITE_LABELING, Scalars.BOOLEAN));
    slots.add(Slot.of(TierKeys.DEDICATED_RESOURCES, Scalars.BOOLEAN));
    slots.add(Slot.of(TierKeys.OPEN_WEBUI, Scalars.word(OpenWebUiKind::of)));
    workloads(slots);
    slots.addAll(images());
    return List.copyOf(slots);
  }

  private static void workloads(List<Slot<?>> slots) {
    slots.add(Slot.of(TierKeys.DATABASE_CORES, Quantities.CORES));
    slots.add(Slot.of(TierKeys.DATABASE_RAM, Quantities.GIBI));
    slots.add(Slot.of(TierKeys.DATABASE_STORAGE, Quantities.GIBI_STORAGE));
    slots.add(Slot.of(TierKeys.DATABASE_INSTANCES, Scalars.INTEGER));
    slots.add(Slot.of(TierKeys.WEB_POD_CPU, Quantities.CPU));
    slots.add(Slot.of(TierKeys.WEB_POD_MEMORY, Quantities.MEMORY));
    slots.add(Slot.of(TierKeys.WEB_MIN_REPLICAS, Scalars.INTEGER));
    slots.add(Slot.of(TierKeys.WEB_MAX_REPLICAS, Scalars.INTEGER));
    slots.add(Slot.of(TierKeys.CURRENCY, Scalars.TEXT));
    TierKeys.PRICES.forEach(key -> slots.add(Slot.of(key, Scalars.DECIMAL)));
    TierKeys.INCLUDED.forEach(key -> slots.add(Slot.of(key, Scalars.DECIMAL)));
  }

  private static List<Slot<?>> images() {
    List<Slot<?>> slots = new ArrayList<>();
    slots.add(Slot.of(ImageKeys.REGISTRY, checked(Code.VAL111, ImageReference::registry)));
    Reading<String> image = checked(Code.VAL111, ImageReference::check);
    ImageKeys.IMAGES.forEach(key -> slots.add(Slot.of(key, image)));
    return slots;
  }

  private static List<Slot<?>> fleet() {
    List<Slot<?>> slots = new ArrayList<>();
    slots.add(Slot.of(FleetKeys.NAME, checked(Code.VAL114, PlainNames::shortLabel)));
    slots.add(Slot.of(FleetKeys.DOMAIN, HOST));
    slots.add(
        Slot.of(FleetKeys.NAMESPACE_PREFIX, checked(Code.VAL114, PlainNames::namespacePrefix)));
    slots.add(Slot.of(FleetKeys.CONTACT_EMAIL, MAIL));
    slots.add(Slot.of(FleetKeys.PAUSED_PAGE, URL));
    slots.add(Slot.of(FleetKeys.IDENTITY_HOST, HOST));
    slots.add(Slot.of(FleetKeys.IDENTITY_BLUEPRINTS, Scalars.TEXT));
    slots.add(Slot.of(FleetKeys.GROUPS_PREFIX, Scalars.TEXT));
    slots.add(Slot.of(FleetKeys.OPEN_WEBUI_HOST, HOST));
    slots.add(Slot.of(FleetKeys.SECRETS_PROVIDER, Scalars.TEXT));
    slots.add(Slot.of(FleetKeys.SECRETS_SERVER, URL));
    slots.add(Slot.of(FleetKeys.SECRETS_PATH, checked(Code.VAL114, PlainNames::mount)));
    slots.add(Slot.of(FleetKeys.SECRETS_AUTH_MOUNT, checked(Code.VAL114, PlainNames::mount)));
    slots.add(Slot.of(FleetKeys.BACKUP_BUCKET, DOTTED));
    slots.add(Slot.of(FleetKeys.BACKUP_ENDPOINT, HOST));
    slots.add(Slot.of(FleetKeys.VELERO_NAMESPACE, LABEL));
    slots.add(Slot.of(FleetKeys.VELERO_LOCATION, LABEL));
    slots.add(Slot.of(FleetKeys.MONITORING_NAMESPACE, LABEL));
    slots.add(Slot.of(FleetKeys.MONITORING_RELEASE, LABEL));
    slots.addAll(images());
    slots.addAll(publishing());
    return List.copyOf(slots);
  }

  private static List<Slot<?>> publishing() {
    Reading<String> repository = checked(Code.VAL108, WebAddress::repository);
    List<Slot<?>> slots = new ArrayList<>();
    slots.add(Slot.of(FleetKeys.MAX_REMOVED_TENANTS, Scalars.INTEGER));
    slots.add(Slot.of(FleetKeys.MAX_CHANGED_PERCENT, Scalars.INTEGER));
    slots.add(Slot.of(FleetKeys.PUBLISH_REPOSITORY, repository));
    slots.add(Slot.of(FleetKeys.PUBLISH_CREATE, Scalars.BOOLEAN));
    slots.add(Slot.of(FleetKeys.PUBLISH_URL, repository));
    slots.add(Slot.of(FleetKeys.PUBLISH_BRANCH, checked(Code.VAL114, PlainNames::branch)));
    slots.add(Slot.of(FleetKeys.PUBLISH_MODE, Scalars.TEXT));
    slots.add(Slot.of(FleetKeys.AUTHOR_NAME, NAME));
    slots.add(Slot.of(FleetKeys.AUTHOR_EMAIL, MAIL));
    return slots;
  }

  private static List<Slot<?>> cluster() {
    Reading<List<String>> ranges = Lists.of(checked(Code.VAL107, AddressRange::check));
    List<Slot<?>> slots = new ArrayList<>();
    slots.add(Slot.of(ClusterKeys.NAME, LABEL));
    slots.add(Slot.of(ClusterKeys.REGION, LABEL));
    slots.add(Slot.of(ClusterKeys.ENVIRONMENT, LABEL));
    slots.add(Slot.of(ClusterKeys.SYNC, Scalars.word(SyncTool::of)));
    slots.add(Slot.of(ClusterKeys.KUBERNETES, checked(Code.VAL114, PlainNames::kubernetes)));
    slots.add(Slot.of(ClusterKeys.POD_CIDRS, ranges));
    slots.add(Slot.of(ClusterKeys.SERVICE_CIDRS, ranges));
    slots.add(Slot.of(ClusterKeys.NODE_CIDRS, ranges));
    slots.add(Slot.of(ClusterKeys.API_SERVER_CIDRS, ranges));
    slots.add(Slot.of(ClusterKeys.API_SERVER_PORT, Scalars.INTEGER));
    slots.add(Slot.of(ClusterKeys.SHARED_CLASS, DOTTED));
    slots.add(Slot.of(ClusterKeys.SINGLE_CLASS, DOTTED));
    slots.add(Slot.of(ClusterKeys.SNAPSHOT_CLASS, DOTTED));
    slots.add(Slot.of(ClusterKeys.GATEWAY_CLASS, LABEL));
    slots.add(Slot.of(ClusterKeys.GATEWAY_NAME, LABEL));
    slots.add(Slot.of(ClusterKeys.GATEWAY_NAMESPACE, LABEL));
    slots.add(Slot.of(ClusterKeys.PROXY_NAMESPACE, LABEL));
    slots.add(Slot.of(ClusterKeys.ISSUER_NAME, LABEL));
    slots.add(Slot.of(ClusterKeys.ISSUER_SERVER, URL));
    slots.add(Slot.of(ClusterKeys.CAPACITY_CPU, Quantities.CPU));
    slots.add(Slot.of(ClusterKeys.CAPACITY_MEMORY, Quantities.MEMORY));
    slots.add(Slot.of(ClusterKeys.CAPACITY_STORAGE, Quantities.STORAGE));
    return List.copyOf(slots);
  }

  private static List<Slot<?>> features() {
    List<Slot<?>> slots = new ArrayList<>();
    TenantKeys.FEATURES.forEach(key -> slots.add(Slot.of(key, Scalars.BOOLEAN)));
    return slots;
  }
}
