package io.tenantsmith.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.CaseFile;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.Scenario;
import io.tenantsmith.harness.VariantFleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.run.RenderedArtifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An inspection that remembers the tenants before finds what one finds that does not. */
class RecallTest {

  private static final Path RESOURCES = Path.of("src/test/resources");

  @TempDir private Path folder;

  @Test
  void inTheSampleAndTheVariants() throws IOException {
    assertSame(RenderedArtifacts.of(SampleFleet.root()));
    for (String name : VariantFleet.names()) {
      assertSame(RenderedArtifacts.of(VariantFleet.copyTo(folder.resolve(name), name)));
    }
  }

  @Test
  void inTheCasesOfRules() throws IOException {
    RenderedArtifacts sample = RenderedArtifacts.of(SampleFleet.root());
    Both both = new Both(sample);
    int found = 0;
    for (ResolvedTenant tenant : sample.tenants()) {
      both.assertSame(tenant, EditedTenant.rendered(tenant.id().value()).sharing());
    }
    for (CaseFile file : files("inspections")) {
      EditedTenant edited = EditedTenant.of(file);
      found += both.assertSame(edited.tenant(), edited.sharing());
    }
    assertThat(found).isGreaterThan(files("inspections").size());
  }

  @Test
  void inAttacks() throws IOException {
    int inspected = 0;
    for (CaseFile file : files("attacks")) {
      Optional<RenderedArtifacts> rendered = laidDown(file);
      rendered.ifPresent(RecallTest::assertSame);
      inspected += rendered.isPresent() ? 1 : 0;
    }
    assertThat(inspected).isGreaterThan(20);
  }

  private Optional<RenderedArtifacts> laidDown(CaseFile file) throws IOException {
    Path root = folder.resolve(file.name());
    Scenario scenario = new Scenario(root, RESOURCES.resolve("cases/base"));
    for (CaseFile.Section section : file.sections()) {
      if (!List.of("verdict", "run").contains(section.head())) {
        scenario.take(section);
      }
    }
    try {
      return Optional.of(RenderedArtifacts.of(root));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // refused before anything is rendered
    }
  }

  private static List<CaseFile> files(String name) throws IOException {
    List<CaseFile> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(RESOURCES.resolve(name))) {
      for (Path file : files.sorted().toList()) {
        cases.add(CaseFile.read(file));
      }
    }
    return cases;
  }

  private static void assertSame(RenderedArtifacts fleet) {
    Both both = new Both(fleet);
    for (int round = 0; round < 2; round++) {
      for (ResolvedTenant tenant : fleet.tenants()) {
        both.assertSame(tenant, fleet.ofTenant(tenant.id().value()));
        both.assertSame(tenant, fleet.patchedOf(tenant.id().value()));
      }
    }
  }

  /** Two inspections of one fleet. */
  private static final class Both {

    private final Inspection remembering;
    private final Inspection forgetful;
    private final Spots known;
    private final Spots unknown;

    Both(RenderedArtifacts fleet) {
      Collection<ResolvedTenant> tenants = fleet.tenants();
      remembering = new Inspection(fleet.fleet(), tenants, true);
      forgetful = new Inspection(fleet.fleet(), tenants, false);
      Glossary glossary = new Glossary(fleet.fleet().namespacePrefix().value());
      known = new Spots(glossary, true);
      unknown = new Spots(glossary, false);
    }

    /** How much both find. */
    int assertSame(ResolvedTenant tenant, List<Artifact> artifacts) {
      known.begin();
      unknown.begin();
      for (Artifact artifact : artifacts) {
        for (KubernetesObject object : artifact.objects()) {
          assertThat(known.of(object)).isEqualTo(unknown.of(object));
        }
      }
      assertThat(remembering.of(tenant, artifacts)).isEqualTo(forgetful.of(tenant, artifacts));
      return forgetful.of(tenant, artifacts).size();
    }
  }
}
