package io.tenantsmith.bind;

import static io.tenantsmith.bind.Scalars.checked;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.model.CronSchedule;
import io.tenantsmith.model.DisplayName;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.ImageReference;
import io.tenantsmith.model.LoginName;
import io.tenantsmith.model.OpenWebUiKind;
import io.tenantsmith.model.StyleSheet;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.model.WebAddress;
import java.util.ArrayList;
import java.util.List;

/** The tables: which keys a tenant, tier, template and fleet may set. */
final class Slots {

  private static final Reading<String> NAME = checked(Code.VAL105, DisplayName::check);
  private static final Reading<String> URL = checked(Code.VAL108, WebAddress::https);

  /** What a template may hold, and so may a fleet's defaults. */
  static final List<Slot<?>> TEMPLATE = template();

  /** What a tenant may hold. */
  static final List<Slot<?>> TENANT = tenant();

  /** The images of a fleet or tier. */
  static final List<Slot<?>> IMAGES = List.copyOf(images());

  /** What a tier may hold. */
  static final List<Slot<?>> TIER = tier();

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

  private static List<Slot<?>> features() {
    List<Slot<?>> slots = new ArrayList<>();
    TenantKeys.FEATURES.forEach(key -> slots.add(Slot.of(key, Scalars.BOOLEAN)));
    return slots;
  }
}
