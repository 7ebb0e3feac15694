package io.tenantsmith.planning.group;

import io.tenantsmith.model.BackupStore;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.CronSchedule;
import io.tenantsmith.model.DerivedKeys;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.render.monitoring.MonitoringContributor;
import io.tenantsmith.render.route.HostObjectName;
import io.tenantsmith.render.site.SiteCronContributor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is a tenant's own in what is rendered of it, by the placeholder that stands for it. */
public final class OwnNames {

  private final Map<String, String> byText = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /** The names of a tenant of which nothing but its id is known. */
  public OwnNames(String id) {
    add("tenant", id);
  }

  /** Adds the names that a tenant has on one side; a name that is known already stays. */
  public OwnNames with(ResolvedTenant tenant) {
    add("tenant", tenant.id().value());
    add("namespace", tenant.namespace());
    add("name", tenant.displayName());
    add("admin-mail", tenant.adminEmail());
    tenant.settings().value(TenantKeys.ADMIN_USER).ifPresent(user -> add("admin-user", user));
    hosts("site", tenant.hosts().sites());
    hosts("chat-host", optional(tenant.settings().value(DerivedKeys.OPEN_WEBUI_HOST)));
    hosts("login-host", optional(tenant.settings().value(DerivedKeys.LOGIN_HOST)));
    Cluster cluster = tenant.cluster();
    add("cluster", cluster.name().value());
    add("region", cluster.region().value());
    return withFollowing(tenant);
  }

  /** What follows from its id alone. */
  private OwnNames withFollowing(ResolvedTenant tenant) {
    add("dashboard", MonitoringContributor.uid(tenant.id().value()));
    add("minute-of-five", SiteCronContributor.minute(tenant) + " " + tenant.namespace());
    CronSchedule night = CronSchedule.nightly(tenant.id());
    if (tenant.get(TenantKeys.BACKUP_SCHEDULE).equals(night)) {
      add("night", night.text());
      night
          .later(BackupStore.MINUTES_AFTER_DATABASE)
          .ifPresent(later -> add("night-of-files", later.text()));
    }
    return this;
  }

  /**
   * Adds a digest or another text that nobody chose; in the order of the texts of alike tenants.
   */
  OwnNames withDerived(List<String> texts) {
    texts.forEach(text -> add("derived", text));
    return this;
  }

  /** The texts with their placeholders, in the order in which they came. */
  Map<String, String> byText() {
    return byText;
  }

  private static List<HostName> optional(Optional<Optional<HostName>> host) {
    return host.flatMap(known -> known).map(List::of).orElse(List.of());
  }

  private void hosts(String what, List<HostName> hosts) {
    for (HostName host : hosts) {
      add(what, host.value());
      add(what + "-object", HostObjectName.of(host));
    }
  }

  private void add(String what, String text) {
    if (!text.isEmpty() && !byText.containsKey(text)) {
      int number = numbers.merge(what, 1, Integer::sum);
      byText.put(text, number == 1 ? "<" + what + ">" : "<" + what + "-" + number + ">");
    }
  }
}
