package io.tenantsmith.model;

import static io.tenantsmith.model.Form.limit;
import static io.tenantsmith.model.Form.word;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** What a tier may set, beside the {@link TenantKeys features}. In the order of the schema. */
public final class TierKeys {

  /** How people of the tier are helped. */
  public static final Key<String> SUPPORT_LEVEL =
      stated("support_level", Form.PLAIN).otherwise("community");

  /** Maximum cpu of a tenant's web pods together. */
  public static final Key<Limit<Cpu>> LIMIT_CPU =
      stated("limits.cpu", limit(Form.CPU)).otherwise(Limit.of(new Cpu(500)));

  /** Maximum memory of a tenant's web pods together. */
  public static final Key<Limit<Bytes>> LIMIT_MEMORY =
      stated("limits.memory", limit(Form.MEMORY)).otherwise(Limit.of(Bytes.ofMebi(512)));

  /** Maximum storage for WordPress content. */
  public static final Key<Limit<Bytes>> LIMIT_STORAGE =
      stated("limits.storage", limit(Form.STORAGE)).otherwise(Limit.of(Bytes.ofGibi(5)));

  /** Maximum number of content workflows in a month. */
  public static final Key<Limit<Long>> LIMIT_WORKFLOWS =
      stated("limits.workflows_per_month", Form.COUNT).otherwise(Limit.of(100L));

  /** Maximum number of API requests in a day. */
  public static final Key<Limit<Long>> LIMIT_API_REQUESTS =
      stated("limits.api_requests_per_day", Form.COUNT).otherwise(Limit.of(1000L));

  /** Default where the limit is unlimited. */
  public static final Key<Cpu> DEFAULT_CPU =
      stated("defaults.cpu", Form.CPU).otherwise(new Cpu(4000));

  /** Default where the limit is unlimited. */
  public static final Key<Bytes> DEFAULT_MEMORY =
      stated("defaults.memory", Form.MEMORY).otherwise(Bytes.ofGibi(8));

  /** Default where the limit is unlimited. */
  public static final Key<Bytes> DEFAULT_STORAGE =
      stated("defaults.storage", Form.STORAGE).otherwise(Bytes.ofGibi(100));

  /** How many custom domains a tenant may have. */
  public static final Key<Limit<Long>> CUSTOM_DOMAINS =
      stated("custom_domains", Form.COUNT).otherwise(Limit.of(0L));

  /** Whether branding is allowed. */
  public static final Key<Boolean> WHITE_LABELING =
      stated("white_labeling", Form.FLAG).otherwise(false);

  /** Whether the tenant has nodes of its own. */
  public static final Key<Boolean> DEDICATED_RESOURCES =
      stated("dedicated_resources", Form.FLAG).otherwise(false);

  /** Which Open WebUI its people use. */
  public static final Key<OpenWebUiKind> OPEN_WEBUI =
      stated("open_webui", word(OpenWebUiKind::of)).otherwise(OpenWebUiKind.SHARED);

  /** Default cores of one database instance. */
  public static final Key<Cpu> DATABASE_CORES =
      stated("database.cores", Form.CORES).otherwise(new Cpu(2000));

  /** Default memory of one database instance. */
  public static final Key<Bytes> DATABASE_RAM =
      stated("database.ram", Form.GIBI).otherwise(Bytes.ofGibi(4));

  /** Default storage of one database instance. */
  public static final Key<Bytes> DATABASE_STORAGE =
      stated("database.storage", Form.GIBI_STORAGE).otherwise(Bytes.ofGibi(20));

  /** Number of database instances. */
  public static final Key<Integer> DATABASE_INSTANCES =
      stated("database.instances", Form.WHOLE).otherwise(1);

  /** Cpu limit of one web pod. */
  public static final Key<Cpu> WEB_POD_CPU =
      stated("web.pod_cpu", Form.CPU).otherwise(new Cpu(500));

  /** Memory limit of one web pod. */
  public static final Key<Bytes> WEB_POD_MEMORY =
      stated("web.pod_memory", Form.MEMORY).otherwise(Bytes.ofMebi(512));

  /** Minimum number of web pods. */
  public static final Key<Integer> WEB_MIN_REPLICAS =
      stated("web.min_replicas", Form.WHOLE).otherwise(1);

  /** Maximum number of web pods. */
  public static final Key<Integer> WEB_MAX_REPLICAS =
      stated("web.max_replicas", Form.WHOLE).otherwise(1);

  /** Currency of all prices, ISO 4217. */
  public static final Key<String> CURRENCY = stated("prices.currency", Form.PLAIN);

  /** Price of a month. */
  public static final Key<BigDecimal> PRICE_MONTHLY = stated("prices.monthly", Form.DECIMAL);

  /** Price of a gibibyte of storage for an hour. */
  public static final Key<BigDecimal> PRICE_STORAGE =
      stated("prices.storage_gb_hour", Form.DECIMAL);

  /** Prices, in the currency, each for the unit in its name. */
  public static final List<Key<BigDecimal>> PRICES =
      List.of(
          PRICE_MONTHLY,
          stated("prices.cpu_hour", Form.DECIMAL),
          stated("prices.memory_gb_hour", Form.DECIMAL),
          PRICE_STORAGE,
          stated("prices.api_request", Form.DECIMAL),
          stated("prices.content_workflow", Form.DECIMAL),
          stated("prices.bandwidth_gb", Form.DECIMAL));

  /** Gibibytes of storage for an hour that the monthly price includes. */
  public static final Key<BigDecimal> INCLUDED_STORAGE =
      stated("prices.included.storage_gb_hour", Form.DECIMAL);

  /** Amounts that the monthly price includes. */
  public static final List<Key<BigDecimal>> INCLUDED =
      List.of(
          stated("prices.included.cpu_hour", Form.DECIMAL),
          stated("prices.included.memory_gb_hour", Form.DECIMAL),
          INCLUDED_STORAGE,
          stated("prices.included.api_request", Form.DECIMAL),
          stated("prices.included.content_workflow", Form.DECIMAL),
          stated("prices.included.bandwidth_gb", Form.DECIMAL));

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

  private static <T> Key<T> stated(String path, Form<T> form) {
    return Key.of(path, form).in(Document.TIER, Document.NEXT);
  }
}
