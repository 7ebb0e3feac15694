package io.tenantsmith.inspection;

import java.util.List;

/** All output rules. A new one is one more line here. */
final class OutputRuleBook {

  static final List<OutputRule> RULES =
      List.of(
          new PlainSecretRule(),
          new BoundaryRule(),
          new NeighbourRule(),
          new SecretReferenceRule(),
          new VaultPathRule(),
          new ReferenceRule(),
          new ContainerResourcesRule(),
          new LimitRangeRule(),
          new QuotaRule(),
          new ReplicasRule(),
          new RestrictedPodRule(),
          new NameRule(),
          new HostNameRule(),
          new RouteAdmissionRule(),
          new GroupSourceRule(),
          new ForeignPeerRule(),
          new BackupRoomRule(),
          new BinaryLogRule(),
          new FileBackupRule(),
          new PriorityRule(),
          new ClaimProtectionRule(),
          new ResidencyRule(),
          new DashboardRule(),
          new CanonicalAmountRule(),
          new VariableRule());

  private OutputRuleBook() {}
}
