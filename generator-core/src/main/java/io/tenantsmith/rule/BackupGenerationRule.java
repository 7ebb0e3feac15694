package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.TenantKeys;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A published tenant's backups never go back to a line that they have left: its prefix is not
 * empty, so that nothing would be archived there, and a recovery would mix two databases.
 */
final class BackupGenerationRule implements Rule {

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    PublishedTenants published = new PublishedTenants(resolution);
    for (EffectiveTenant tenant : resolution.tenants()) {
      published
          .of(tenant.tenant())
          .map(before -> PublishedTenants.fixed(before).generation())
          .flatMap(before -> judge(tenant, before))
          .ifPresent(report);
    }
  }

  private static Optional<Diagnostic> judge(EffectiveTenant tenant, int published) {
    return tenant
        .settings()
        .find(TenantKeys.BACKUP_GENERATION)
        .filter(now -> now.value() < published)
        .map(now -> wentBack(tenant, now, published));
  }

  private static Diagnostic wentBack(EffectiveTenant tenant, Setting<Integer> now, int published) {
    String field = TenantKeys.BACKUP_GENERATION.path();
    String id = Quoted.quote(tenant.tenant().fileStem());
    return Diagnostic.error(
            Code.LIF109,
            place(tenant, now),
            field
                + " "
                + now.value()
                + " is less than the published "
                + published
                + " of tenant "
                + id)
        .withHint(
            "the bucket still holds that generation, and nothing is archived where something is: write "
                + field
                + ": "
                + published
                + ", or "
                + (published + 1)
                + " with a restore");
  }

  private static SourceRange place(EffectiveTenant tenant, Setting<Integer> now) {
    Origin origin = now.origin();
    return origin.layer() == Layer.TENANT
        ? origin.range()
        : SourceRange.ofFile(tenant.tenant().file());
  }
}
