package io.tenantsmith.engine;

import java.util.Locale;

/**
 * The fields of a tenant's file that {@code new} writes, in the order of the file. What a field is
 * called as an option of the launcher and as a parameter of the goal follows from its name.
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

  /** The launcher's option, for instance {@code --display-name}. */
  public String option() {
    return "--" + option;
  }

  /** The goal's parameter, for instance {@code displayName}. */
  public String parameter() {
    StringBuilder name = new StringBuilder();
    for (String word : option.split("-", 0)) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
