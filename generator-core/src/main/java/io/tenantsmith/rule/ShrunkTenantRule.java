package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.PublishedFacts.Fixed;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.rule.SharedCauses.Cause;
import java.util.Optional;
import java.util.function.Consumer;

/** The storage that holds a published tenant's data only grows. */
final class ShrunkTenantRule implements Rule {

  private static final String ELSEWHERE =
      "add a tenant of another id with less, and read this one's export into it";

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    PublishedTenants published = new PublishedTenants(resolution);
    SharedCauses causes = new SharedCauses();
    for (EffectiveTenant tenant : resolution.tenants()) {
      published.of(tenant.tenant()).ifPresent(before -> judge(new Check(tenant, before), causes));
    }
    causes.report(report);
  }

  private static void judge(Check check, SharedCauses causes) {
    Fixed fixed = PublishedTenants.fixed(check.before);
    check.volume(TenantKeys.STORAGE_SIZE, fixed.content(), causes);
    check.volume(TenantKeys.DB_STORAGE, fixed.database(), causes);
    check.instances(fixed.instances(), causes);
  }

  private record Check(EffectiveTenant tenant, PublishedTenant before) {

    void volume(Key<Bytes> key, Bytes published, SharedCauses causes) {
      Optional<Setting<Bytes>> now = tenant.settings().find(key);
      if (now.isEmpty() || now.get().value().compareTo(published) >= 0) {
        return;
      }
      Bytes size = now.get().value();
      causes.add(
          new Cause(Code.LIF104, place(now.get().origin()), key.path()),
          key.path() + " " + size + " is less than the published " + published + of(),
          "volumes only grow: "
              + keep("write " + key.path() + ": " + published)
              + ", or "
              + ELSEWHERE);
    }

    /** The instance that stays may be a replica, which takes no writes. */
    void instances(int published, SharedCauses causes) {
      Optional<Setting<Integer>> now = tenant.settings().find(TierKeys.DATABASE_INSTANCES);
      if (published == 1 || now.isEmpty() || now.get().value() != 1) {
        return;
      }
      causes.add(
          new Cause(Code.LIF108, place(now.get().origin()), TierKeys.DATABASE_INSTANCES.path()),
          "1 database instance is left of the published " + published + of(),
          "the one that stays may be a replica, which takes no writes: "
              + keep("keep 2 or more")
              + ", or "
              + ELSEWHERE);
    }

    private String of() {
      return " of tenant " + Quoted.quote(before.id().value());
    }

    private String keep(String otherwise) {
      return changedTier()
          .map(tier -> "stay on tier " + Quoted.quote(before.tier()))
          .orElse(otherwise);
    }

    /** What the user changed: the tenant's value, its tier, or the value of a layer. */
    private SourceRange place(Origin origin) {
      if (origin.layer() == Layer.TENANT) {
        return origin.range();
      }
      return changedTier()
          .map(Sourced::range)
          .orElseGet(
              () ->
                  origin.layer() == Layer.BUILT_IN
                      ? SourceRange.ofFile(tenant.tenant().file())
                      : origin.range());
    }

    private Optional<Sourced<String>> changedTier() {
      return Optional.ofNullable(tenant.tenant().placement().tier())
          .filter(tier -> !tier.value().equals(before.tier()));
    }
  }
}
