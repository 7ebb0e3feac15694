package io.tenantsmith.render.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.BlueprintContract;
import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.GoldenFile;
import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.FleetKeys;
import io.tenantsmith.render.PlatformObjects;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PlatformBlueprintContributorTest {

  @Test
  void isTheGolden() {
    golden("platform-base.yaml").assertIs(text(GoldenFleet.fleet(), "platform-base.yaml"));
    golden("platform-people.yaml").assertIs(text(GoldenFleet.fleet(), "platform-people.yaml"));
  }

  /** What kubectl applies from a client is kept once more, in an annotation of 256 KiB. */
  @Test
  void isSmallEnoughToBeApplied() {
    assertThat(configMap(GoldenFleet.fleet()).toString().length()).isLessThan(200_000);
  }

  @Test
  void kubectlSignsOnAsTheReadmeSays() {
    assertThat(text(GoldenFleet.fleet(), "platform-people.yaml"))
        .contains("client_id: \"" + PlatformObjects.KUBECTL_CLIENT + "\"")
        .contains("slug: \"" + PlatformObjects.KUBECTL_CLIENT + "\"");
  }

  @Test
  void keepsAuthentiksSchema() {
    BlueprintContract contract =
        new BlueprintContract(Contracts.path("contracts/authentik-blueprint.schema.json"));
    assertThat(contract.problemsOfConfigMap(configMap(GoldenFleet.fleet()))).isEmpty();
  }

  @Test
  void aFleetWantsASecondFactorOfAdministrators() {
    String asked = "required = True";
    assertThat(text(GoldenFleet.fleet(), "platform-people.yaml")).doesNotContain(asked);
    Fleet strict = fleet();
    assertThat(text(strict, "platform-people.yaml"))
        .contains(asked)
        .contains("branding_title: \"O'Neill's \\\"Platform\\\"\"");
  }

  private static Fleet fleet() {
    return GoldenFleet.fleet(
        GoldenFleet.stated()
            .put(FleetKeys.ADMIN_SECOND_FACTOR, GoldenFleet.sourced(true))
            .put(FleetKeys.IDENTITY_TITLE, GoldenFleet.sourced("O'Neill's \"Platform\""))
            .build(),
        GoldenFleet.statedCluster().build());
  }

  private static String text(Fleet fleet, String file) {
    return configMap(fleet).path("data").path(file).asString();
  }

  private static JsonNode configMap(Fleet fleet) {
    String text =
        new PlatformBlueprintContributor()
            .contribute(GoldenFleet.view(fleet), List.of())
            .get(0)
            .text();
    return YamlTrees.trees(text).get(0);
  }

  private static GoldenFile golden(String file) {
    return new GoldenFile("identity/" + file);
  }
}
