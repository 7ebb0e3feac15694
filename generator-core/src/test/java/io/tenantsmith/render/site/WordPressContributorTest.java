package io.tenantsmith.render.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.demand.PeakDemand;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.ReadLog;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.run.RenderedArtifacts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the texts of a site are made. */
class WordPressContributorTest {

  /** A value that the texts show and nothing that is counted. */
  private static final Key<?> ONLY_IN_TEXTS = TenantKeys.PLUGINS;

  private static final RenderedArtifacts FLEET = RenderedArtifacts.of(SampleFleet.root());

  private final ReadLog log = new ReadLog();

  @Test
  void countingWhatASiteRequestsMakesNoneOfItsTexts() {
    Artifact file = site();
    assertThat(file.objectsOf(PeakDemand::countsRequestsOf)).hasSizeGreaterThan(2);
    file.objectsOf(PeakDemand::countsRequestsOf)
        .forEach(object -> assertThat(object.tree().get("spec")).isNotNull());
    assertThat(read()).doesNotContain(ONLY_IN_TEXTS);
    file.text();
    assertThat(read()).contains(ONLY_IN_TEXTS);
  }

  private Artifact site() {
    ResolvedTenant tenant = FLEET.tenants().get(0).watched(log);
    return new WordPressContributor(StateForm.OPEN)
        .contribute(tenant, FLEET.fleet().watched(log), List.of())
        .get(0);
  }

  private List<Key<?>> read() {
    List<Key<?>> keys = new ArrayList<>();
    log.reads().forEachValue((key, value) -> keys.add(key));
    return keys;
  }
}
