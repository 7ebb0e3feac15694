package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.SameFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Login pages that come, change and go: each generation is rendered over the last one. */
class BrandGenerationsTest {

  private static final String BRANDED = "branding: {title: Us}\n";
  private static final Pattern BRAND =
      Pattern.compile(
          "model: authentik_brands.brand\\n(?: +id: brand\\n)? +state: (\\w+)\\n"
              + " +identifiers:\\n +domain: \"([^\"]+)\"");

  @TempDir private Path root;
  private FleetFolder fleet;

  @BeforeEach
  void fleet() throws IOException {
    fleet = FleetFolder.in(root);
  }

  @Test
  void eachFormerDomainStaysRemovedUntilItIsTakenAgain() throws IOException {
    tenant("acme", BRANDED + "custom_domains: [www.acme.com]\n");
    assertThat(brands("acme")).containsExactly("present auth.acme.com");

    tenant("acme", BRANDED + "custom_domains: [www.acme.org]\n");
    assertThat(brands("acme")).containsExactly("present auth.acme.org", "absent auth.acme.com");

    tenant("acme", "");
    assertThat(brands("acme")).containsExactly("absent auth.acme.com", "absent auth.acme.org");
    assertThat(index()).contains("\"retired\": [\"auth.acme.com\", \"auth.acme.org\"]");

    tenant("acme", BRANDED + "custom_domains: [www.acme.com]\n");
    assertThat(brands("acme")).containsExactly("present auth.acme.com", "absent auth.acme.org");
  }

  @Test
  void whoTakesADomainOverInTheSameRunMeetsNoTombstone() throws IOException {
    for (String[] pair : List.of(new String[] {"acme", "rival"}, new String[] {"zeta", "beta"})) {
      String domain = "custom_domains: [www." + pair[0] + ".com]\n";
      tenant(pair[0], BRANDED + domain);
      tenant(pair[1], "");
      brands(pair[0]);

      tenant(pair[0], "");
      tenant(pair[1], BRANDED + domain);
      assertThat(brands(pair[0])).isEmpty();
      assertThat(brands(pair[1])).containsExactly("present auth." + pair[0] + ".com");
    }
  }

  @Test
  void whoTakesADomainOverLaterEndsItsTombstone() throws IOException {
    tenant("acme", BRANDED + "custom_domains: [www.acme.com]\n");
    tenant("rival", "");
    brands("acme");
    tenant("acme", "");
    assertThat(brands("acme")).containsExactly("absent auth.acme.com");

    tenant("rival", BRANDED + "custom_domains: [www.acme.com]\n");
    assertThat(brands("acme")).isEmpty();
    assertThat(brands("rival")).containsExactly("present auth.acme.com");

    tenant("rival", "");
    assertThat(brands("acme")).isEmpty();
    assertThat(brands("rival")).containsExactly("absent auth.acme.com");
  }

  @Test
  void aPartialRunKeepsWhatIsRememberedOfTheOthersAndBuriesNothingThatAFileClaims()
      throws IOException {
    tenant("acme", BRANDED + "custom_domains: [www.acme.com]\n");
    tenant("rival", BRANDED + "custom_domains: [www.rival.com]\n");
    brands("acme");
    tenant("acme", "");
    tenant("rival", BRANDED + "custom_domains: [www.acme.com]\n");

    generate(new Request.Selection("acme", null));
    assertThat(brandsAsWritten("acme")).isEmpty();
    assertThat(index()).contains("\"login\": \"auth.rival.com\"");

    generate(new Request.Selection("rival", null));
    assertThat(brandsAsWritten("rival"))
        .containsExactly("present auth.acme.com", "absent auth.rival.com");
  }

  @Test
  void anOpenWebUiOfItsOwnIsRemovedWithTheTier() throws IOException {
    String tight = "resources: {storage_size: 50Gi, db_storage: 20}\n";
    tenant("acme", tight);
    brands("acme");
    assertThat(blueprint("acme")).contains("id: app-openwebui");

    Path file = root.resolve("tenants/acme.yaml");
    String text = Files.readString(file);
    Files.writeString(file, text.replace("tier: enterprise", "tier: pro"));
    brands("acme");
    assertThat(blueprint("acme"))
        .contains(absent("authentik_core.application", "slug"))
        .contains(absent("authentik_providers_oauth2.oauth2provider", "name"));

    Files.writeString(file, text);
    brands("acme");
    assertThat(blueprint("acme")).contains("id: app-openwebui").doesNotContain("state: absent");
  }

  private static String absent(String model, String key) {
    return "- model: "
        + model
        + "\n        state: absent\n        identifiers:\n          "
        + key
        + ": \"openwebui-acme\"";
  }

  private void tenant(String id, String more) throws IOException {
    Files.writeString(
        root.resolve("tenants/" + id + ".yaml"),
        "tenant_id: "
            + id
            + "\ndisplay_name: Us\nadmin_email: a@example.net\ntier: enterprise\n"
            + more);
  }

  /** Brands of a tenant after a run of all, which a second run leaves as they are. */
  private List<String> brands(String tenant) throws IOException {
    generate(Request.Selection.ALL);
    SortedMap<String, String> once = fleet.output();
    generate(Request.Selection.ALL);
    SameFiles.assertSame(fleet.output(), once);
    return brandsAsWritten(tenant);
  }

  private List<String> brandsAsWritten(String tenant) throws IOException {
    List<String> brands = new ArrayList<>();
    Matcher matcher = BRAND.matcher(blueprint(tenant));
    while (matcher.find()) {
      brands.add(matcher.group(1) + " " + matcher.group(2));
    }
    return brands;
  }

  private void generate(Request.Selection selection) {
    Request request = new Request(root, Request.Folders.USUAL, selection);
    fleet.expect(new Generate(false).run(request, Session.ofThisProcess()));
  }

  private String blueprint(String tenant) throws IOException {
    return Files.readString(
        root.resolve("output/clusters/prod-eu-1/tenants/" + tenant + "/identity.yaml"));
  }

  private String index() throws IOException {
    return Files.readString(root.resolve("output/index.json"));
  }
}
