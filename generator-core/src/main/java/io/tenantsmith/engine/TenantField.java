package io.tenantsmith.engine;

/**
 * The fields of a tenant's file that {@code new} writes, in the order of the file, and the options
 * that state them.
 */
public enum TenantField {
  /** The id. */
  TENANT_ID("tenant_id", "id"),
  /** What people call it. */
  DISPLAY_NAME("display_name", "display-name"),
  /** Whom to write to. */
  ADMIN_EMAIL("admin_email", "admin-email"),
  /** Login of the site's first administrator. */
  ADMIN_USER("admin_user", "admin-user"),
  /** Name of its tier. */
  TIER("tier", "tier"),
  /** Name of its template. */
  TEMPLATE("template", "template"),
  /** Name of its cluster. */
  CLUSTER("cluster", "cluster"),
  /** Where its data must stay. */
  REGION("region", "region"),
  /** How early it gets a change of its tier. */
  RING("ring", "ring"),
  /** Own hosts, the canonical one first. */
  CUSTOM_DOMAINS("custom_domains", "domain");

  private final String key;
  private final String option;

  TenantField(String key, String option) {
    this.key = key;
    this.option = option;
  }

  /** Its key in the file. */
  public String key() {
    return key;
  }

  /** Its option, as words with hyphens between them. */
  public String option() {
    return option;
  }
}
