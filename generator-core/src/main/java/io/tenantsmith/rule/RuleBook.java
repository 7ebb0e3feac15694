package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Requests;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Tenant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** All rules, each list in the order in which a person would check. */
public final class RuleBook {

  private static final List<Rule> RULES =
      List.of(
          new FileNameRule(),
          new ReservedIdRule(),
          new DuplicateIdRule(),
          new TierNameRule(),
          new TemplateNameRule(),
          new ClusterRule(),
          new DerivedNameRule(),
          new QuotedNameRule(),
          new StateFieldsRule(),
          new PausedPageRule(),
          new FeatureRule(),
          new PluginRule(),
          new BrandingRule(),
          new DomainCountRule(),
          new OwnDomainRule(),
          new HostClaimRule(),
          new ParentDomainRule(),
          new PlatformSiteRule(),
          new CertificateCountRule(),
          new ResourceLimitRule(),
          new RequestRule(),
          new PlanSizeRule(),
          new BackupScheduleRule(),
          new TierChainRule(),
          new TierNumbersRule(),
          new SwitchOffRule(),
          new ClusterNameRule(),
          new PlatformHostRule(),
          new SharedHostRule(),
          new SharedSiteRule(),
          new MailRule(),
          new ServiceRangeRule(),
          new RegionRule(),
          new ClusterRangesRule(),
          new EndpointRule(),
          new ContentModelRule(),
          new ContentRule(),
          new HandedOnSecretRule(),
          new SupportedPlatformRule(),
          new VaultRule(),
          new SyncSourceRule(),
          new PodChurnRule());

  private RuleBook() {}

  /** Judges the inputs alone; in no particular order. */
  public static List<Diagnostic> judge(Resolution resolution) {
    return judge(RULES, resolution);
  }

  /**
   * The same beside other inputs that are judged: what is wrong with a tenant alone is not looked
   * for again where it is the very same tenant there, as one is only if its layers are, too.
   */
  public static List<Diagnostic> judge(Resolution resolution, Resolution known) {
    Set<EffectiveTenant> there = Collections.newSetFromMap(new IdentityHashMap<>());
    there.addAll(known.tenants());
    List<EffectiveTenant> others =
        resolution.tenants().stream().filter(tenant -> !there.contains(tenant)).toList();
    List<Diagnostic> found = new ArrayList<>();
    for (Rule rule : RULES) {
      if (rule instanceof TenantRule alone) {
        others.forEach(tenant -> alone.judge(tenant, resolution, found::add));
      } else {
        rule.judge(resolution, found::add);
      }
    }
    return found;
  }

  /**
   * Judges whether the tenants fit their clusters; in no particular order.
   *
   * @param requests what a tenant requests at its peak
   */
  public static List<Diagnostic> judgeCapacity(
      Resolution resolution, Function<EffectiveTenant, Requests> requests) {
    return judge(List.of(new CapacityRule(requests), new TenantCountRule(requests)), resolution);
  }

  /**
   * Judges the inputs against what is published; in no particular order.
   *
   * @param part the tenants that are rendered
   */
  public static List<Diagnostic> judgeAgainstPublished(
      Resolution resolution, Predicate<Tenant> part) {
    return judge(
        List.of(
            new VanishedTenantRule(),
            new StepRule(part),
            new MovedTenantRule(),
            new ShrunkTenantRule(),
            new BackupGenerationRule(),
            new FixedPlatformRule(),
            new ChangedWaveRule()),
        resolution);
  }

  private static List<Diagnostic> judge(List<Rule> rules, Resolution resolution) {
    List<Diagnostic> found = new ArrayList<>();
    rules.forEach(rule -> rule.judge(resolution, found::add));
    return found;
  }
}
