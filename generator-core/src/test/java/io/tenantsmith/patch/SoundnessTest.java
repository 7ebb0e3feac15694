package io.tenantsmith.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.VariantFleet;
import io.tenantsmith.objects.Node;
import io.tenantsmith.testing.FleetUnderTest;
import io.tenantsmith.testing.RenderedObject;
import io.tenantsmith.testing.RenderedTenant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is rendered is never what a patch is refused for: else a patch of anything would be. */
class SoundnessTest {

  @TempDir private Path folder;

  @Test
  void whatIsRenderedIsSound() throws Exception {
    List<RenderedTenant> tenants = new ArrayList<>(FleetUnderTest.at(Path.of("..")).tenants());
    for (String name : VariantFleet.names()) {
      Path fleet = VariantFleet.copyTo(folder.resolve(name), name);
      tenants.addAll(FleetUnderTest.at(fleet).tenants());
    }
    List<String> found = new ArrayList<>();
    for (RenderedTenant tenant : tenants) {
      for (RenderedObject object : tenant.objects()) {
        if (Boundaries.mayChange(object.kind())) {
          Node root = Node.of(object.tree());
          List<Forms.Fault> faults = new ArrayList<>(Headers.faults(root));
          faults.addAll(Contradictions.of(object.kind(), root.get("spec")));
          faults.addAll(Forms.faults(root.get("spec")));
          faults.forEach(
              fault -> found.add(object + " " + fault.place().path() + ": " + fault.fact()));
        }
      }
    }
    assertThat(found).isEmpty();
    assertThat(tenants).hasSizeGreaterThan(10);
  }
}
