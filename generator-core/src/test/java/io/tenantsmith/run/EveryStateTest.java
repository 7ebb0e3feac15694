package io.tenantsmith.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.KubernetesContract;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.StatedFleet;
import io.tenantsmith.harness.VariantFleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.render.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever state tenants are in, what is rendered of them keeps all that holds for active ones. */
class EveryStateTest {

  @TempDir private Path folder;

  private static Stream<Arguments> fleetsAndStates() throws IOException {
    return Stream.concat(Stream.of("sample"), VariantFleet.names().stream())
        .flatMap(fleet -> Stream.of(TenantState.values()).map(s -> Arguments.of(fleet, s)));
  }

  @ParameterizedTest
  @MethodSource("fleetsAndStates")
  void nothingIsWrongWithWhatAStateRenders(String name, TenantState state) throws IOException {
    RenderedArtifacts fleet = fleet(name, state);
    assertThat(fleet.tenants()).isNotEmpty();
    for (ResolvedTenant tenant : fleet.tenants()) {
      String id = tenant.id().value();
      assertThat(tenant.state()).isEqualTo(state);
      assertThat(fleet.findingsOf(id)).as(id).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("fleetsAndStates")
  void everyObjectOfAStateKeepsTheContractsOfItsKind(String name, TenantState state)
      throws IOException {
    KubernetesContract contract = Contracts.kubernetes();
    RenderedArtifacts fleet = fleet(name, state);
    for (ResolvedTenant tenant : fleet.tenants()) {
      List<Artifact> files =
          fleet.ofTenant(tenant.id().value()).stream()
              .filter(file -> !file.path().name().equals("kustomization.yaml"))
              .toList();
      files.forEach(
          file -> assertThat(contract.problemsOf(file.text())).as(file.path().value()).isEmpty());
    }
  }

  private static void addPausedPage(Path file) throws IOException {
    String text = Files.readString(file);
    if (!text.contains("paused_page:")) {
      Files.writeString(file, text + "\npaused_page: https://www.example.com/paused\n");
    }
  }

  private RenderedArtifacts fleet(String name, TenantState state) throws IOException {
    Path copy =
        name.equals("sample") ? SampleFleet.copyTo(folder, 1) : VariantFleet.copyTo(folder, name);
    addPausedPage(copy.resolve("fleet.yaml"));
    return RenderedArtifacts.of(StatedFleet.in(state, copy));
  }
}
