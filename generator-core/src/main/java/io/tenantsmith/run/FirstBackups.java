package io.tenantsmith.run;

import io.tenantsmith.lifecycle.Concern;
import io.tenantsmith.lifecycle.StateTable;
import io.tenantsmith.model.PublishedFacts.Fixed;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.output.IndexLine;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.output.RenderedFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Which nightly backups start at once. That of a new tenant does, and that of a new generation,
 * since nothing could be restored before the night; for the same reason that of a tenant whose
 * database comes back. One that replaces another does not: a new bucket would start the backups of
 * all tenants at the same moment.
 */
final class FirstBackups {

  private final Map<String, IndexLine> published = new HashMap<>();

  /** Those that follow what is published. */
  FirstBackups(OwnershipIndex index) {
    index.lines().forEach(line -> published.put(line.id(), line));
  }

  /**
   * A tenant, rendered a second time if its backup turns out to replace the published one.
   *
   * @param firstBackup name of the backup that starts at once in what was rendered; empty if none
   */
  <T> T render(
      ResolvedTenant tenant,
      Function<ResolvedTenant, T> renderer,
      Function<T, String> firstBackup) {
    IndexLine line = published.get(tenant.id().value());
    if (line == null || isOfOlderGeneration(line, tenant) || hadNoDatabase(line)) {
      return renderer.apply(tenant);
    }
    String first = line.rendered().map(RenderedFacts::firstBackup).orElse("");
    if (!first.isEmpty()) {
      T rendered = renderer.apply(tenant);
      if (firstBackup.apply(rendered).equals(first)) {
        return rendered;
      }
    }
    return renderer.apply(tenant.withoutFirstBackup());
  }

  private static boolean hadNoDatabase(IndexLine line) {
    return StateTable.form(line.tenant().state(), Concern.DATABASE).isEmpty();
  }

  private static boolean isOfOlderGeneration(IndexLine line, ResolvedTenant tenant) {
    int now = tenant.get(TenantKeys.BACKUP_GENERATION);
    return line.tenant()
        .remembered()
        .known()
        .map(Fixed::generation)
        .filter(n -> n < now)
        .isPresent();
  }
}
