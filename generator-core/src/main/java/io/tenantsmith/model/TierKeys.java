package io.tenantsmith.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** What a tier may set, beside the {@link TenantKeys features}. Order is that of the schema. */
public final class TierKeys {

  /** How people of the tier are helped. */
  public static final Key<String> SUPPORT_LEVEL = Key.of("support_level");

  /** Most cpu of a tenant's web pods together. */
  public static final Key<Limit<Cpu>> LIMIT_CPU = Key.of("limits.cpu");

  /** Most memory of a tenant's web pods together. */
  public static final Key<Limit<Bytes>> LIMIT_MEMORY = Key.of("limits.memory");

  /** Most storage for WordPress content. */
  public static final Key<Limit<Bytes>> LIMIT_STORAGE = Key.of("limits.storage");

  /** Most content workflows in a month. */
  public static final Key<Limit<Long>> LIMIT_WORKFLOWS = Key.of("limits.workflows_per_month");

  /** Most API requests in a day. */
  public static final Key<Limit<Long>> LIMIT_API_REQUESTS = Key.of("limits.api_requests_per_day");

  /** Default where the limit is unlimited. */
  public static final Key<Cpu> DEFAULT_CPU = Key.of("defaults.cpu");

  /** Default where the limit is unlimited. */
  public static final Key<Bytes> DEFAULT_MEMORY = Key.of("defaults.memory");

  /** Default where the limit is unlimited. */
  public static final Key<Bytes> DEFAULT_STORAGE = Key.of("defaults.storage");

  /** How many custom domains a tenant may have. */
  public static final Key<Limit<Long>> CUSTOM_DOMAINS = Key.of("custom_domains");

  /** Whether branding is allowed. */
  public static final Key<Boolean> WHITE_LABELING = Key.of("white_labeling");

  /** Whether the tenant has nodes of its own. */
  public static final Key<Boolean> DEDICATED_RESOURCES = Key.of("dedicated_resources");

  /** Which Open WebUI its people use. */
  public static final Key<OpenWebUiKind> OPEN_WEBUI = Key.of("open_webui");

  /** Default cores of one database instance. */
  public static final Key<Cpu> DATABASE_CORES = Key.of("database.cores");

  /** Default memory of one database instance. */
  public static final Key<Bytes> DATABASE_RAM = Key.of("database.ram");

  /** Default storage of one database instance. */
  public static final Key<Bytes> DATABASE_STORAGE = Key.of("database.storage");

  /** Number of database instances. */
  public static final Key<Integer> DATABASE_INSTANCES = Key.of("database.instances");

  /** Cpu limit of one web pod. */
  public static final Key<Cpu> WEB_POD_CPU = Key.of("web.pod_cpu");

  /** Memory limit of one web pod. */
  public static final Key<Bytes> WEB_POD_MEMORY = Key.of("web.pod_memory");

  /** Fewest web pods. */
  public static final Key<Integer> WEB_MIN_REPLICAS = Key.of("web.min_replicas");

  /** Most web pods. */
  public static final Key<Integer> WEB_MAX_REPLICAS = Key.of("web.max_replicas");

  /** Currency of all prices, ISO 4217. */
  public static final Key<String> CURRENCY = Key.of("prices.currency");

  /** Prices, in the currency, each for the unit that its name says. */
  public static final List<Key<BigDecimal>> PRICES =
      List.of(
          Key.of("prices.monthly"),
          Key.of("prices.cpu_hour"),
          Key.of("prices.memory_gb_hour"),
          Key.of("prices.storage_gb_hour"),
          Key.of("prices.api_request"),
          Key.of("prices.content_workflow"),
          Key.of("prices.bandwidth_gb"));

  /** Amounts that the monthly price includes. */
  public static final List<Key<BigDecimal>> INCLUDED =
      List.of(
          Key.of("prices.included.cpu_hour"),
          Key.of("prices.included.memory_gb_hour"),
          Key.of("prices.included.storage_gb_hour"),
          Key.of("prices.included.api_request"),
          Key.of("prices.included.content_workflow"),
          Key.of("prices.included.bandwidth_gb"));

  /** All of them. */
  public static final List<Key<?>> ALL =
      Stream.of(
              List.<Key<?>>of(
                  SUPPORT_LEVEL,
                  LIMIT_CPU,
                  LIMIT_MEMORY,
                  LIMIT_STORAGE,
                  LIMIT_WORKFLOWS,
                  LIMIT_API_REQUESTS,
                  DEFAULT_CPU,
                  DEFAULT_MEMORY,
                  DEFAULT_STORAGE,
                  CUSTOM_DOMAINS,
                  WHITE_LABELING,
                  DEDICATED_RESOURCES,
                  OPEN_WEBUI,
                  DATABASE_CORES,
                  DATABASE_RAM,
                  DATABASE_STORAGE,
                  DATABASE_INSTANCES,
                  WEB_POD_CPU,
                  WEB_POD_MEMORY,
                  WEB_MIN_REPLICAS,
                  WEB_MAX_REPLICAS,
                  CURRENCY),
              PRICES,
              INCLUDED)
          .<Key<?>>flatMap(List::stream)
          .toList();

  private TierKeys() {}
}
