package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.VariantFleet;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Workspace;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ArtifactSet;
import io.tenantsmith.render.Demand;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.rule.Footprint;
import io.tenantsmith.tier.Expansion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rules say a tenant requests is what its rendered objects demand. */
class FootprintTest {

  private final Contributors contributors = new Contributors();
  @TempDir private Path folder;

  static List<String> fleets() throws IOException {
    return VariantFleet.names();
  }

  @ParameterizedTest
  @MethodSource("fleets")
  void isTheSumOfAllDemand(String name) throws IOException {
    VariantFleet.copyTo(folder, name);
    Workspace workspace = new Inputs(Request.of(folder), Progress.NONE).read().workspace();
    Fleet fleet = Objects.requireNonNull(workspace.fleet());
    Expansion expansion = new Expansion(workspace);
    List<EffectiveTenant> tenants = expansion.resolve().tenants();
    assertThat(tenants).isNotEmpty();
    for (EffectiveTenant tenant : tenants) {
      Demand demand = demand(expansion.settle(tenant), fleet);
      assertThat(
              List.of(Footprint.cpu(tenant), Footprint.memory(tenant), Footprint.storage(tenant)))
          .as(tenant.tenant().file())
          .containsExactly(cpu(demand), memory(demand), storage(demand));
    }
  }

  private Demand demand(ResolvedTenant tenant, Fleet fleet) {
    ArtifactSet set = new ArtifactSet();
    for (TenantContributor contributor : contributors.ofTenant(tenant.state())) {
      set.add(contributor, tenant, fleet);
    }
    return set.artifacts().stream().map(Artifact::demand).reduce(Demand.NONE, Demand::plus);
  }

  private static long cpu(Demand demand) {
    return demand.containers().stream()
        .mapToLong(row -> row.count() * row.request().cpu().milli())
        .sum();
  }

  private static long memory(Demand demand) {
    return demand.containers().stream()
        .mapToLong(row -> row.count() * row.request().memory().count())
        .sum();
  }

  private static long storage(Demand demand) {
    return demand.claims().stream().mapToLong(claim -> claim.count() * claim.size().count()).sum();
  }
}
