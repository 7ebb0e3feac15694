package io.tenantsmith.render.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.BlueprintContract;
import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.GoldenFile;
import io.tenantsmith.harness.GoldenFleet;
import io.tenantsmith.harness.GoldenFleet.TenantFixture;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.yaml.TaggedNode;
import io.tenantsmith.yaml.TaggedReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityContributorTest {

  @Test
  void isTheGoldenForActiveTenants() {
    golden("acme-corp.yaml").assertIs(blueprint(GoldenFleet.acme()));
    golden("globex.yaml").assertIs(blueprint(GoldenFleet.globex()));
    golden("tenant1.yaml").assertIs(blueprint(GoldenFleet.tenant1()));
  }

  @Test
  void isTheGoldenForASuspendedTenant() {
    golden("acme-corp.suspended.yaml").assertIs(blueprint(acme(TenantState.SUSPENDED).tenant()));
  }

  @Test
  void isATombstoneForATenantThatIsErased() {
    golden("acme-corp.tombstone.yaml").assertIs(blueprint(acme(TenantState.ERASING).tenant()));
    assertThat(blueprint(acme(TenantState.ERASING).login("auth.acme.com").tenant()))
        .endsWith(
            """
              - model: authentik_brands.brand
                state: absent
                identifiers:
                  domain: "auth.acme.com"
            """);
  }

  @Test
  void formerLoginPagesAreRemovedByEveryBlueprint() {
    List<HostName> former = List.of(new HostName("auth.acme.com"), new HostName("auth.acme.org"));
    String removed =
        """
          - model: authentik_brands.brand
            state: absent
            identifiers:
              domain: "auth.acme.com"
          - model: authentik_brands.brand
            state: absent
            identifiers:
              domain: "auth.acme.org"
        """;
    assertThat(blueprint(GoldenFleet.acme().retiring(former)))
        .isEqualTo(golden("acme-corp.yaml").text() + removed);
    assertThat(blueprint(acme(TenantState.ERASING).tenant().retiring(former)))
        .isEqualTo(golden("acme-corp.tombstone.yaml").text() + removed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O'Neill \"and\" Sons",
        "back\\slash \\n",
        "!File /etc/passwd",
        "!KeyOf app",
        "{{ tenant }}",
        "{% if x %}",
        "{# c #}",
        "#{x}",
        "%(app)s",
        "100 %",
        "\ud83d\ude00 caf\u00e9",
        "null",
        "yes",
        "012",
        "# x",
        ": ",
        "a: b",
        "- a",
        "|",
        "<b>&amp;",
        "\u200frtl",
        "tab\there",
        "two\nlines",
        "one\n\n  three\n",
        "bell\u0007",
        "${HOME}",
        "$(HOME)",
        "*a",
        "&a",
        "a\u2028b"
      })
  void anyNameArrivesUnchanged(String name) {
    String text =
        blueprint(
            new TenantFixture("acme", name, "enterprise")
                .dedicated("openwebui.acme.com")
                .login("auth.acme.com")
                .set(TenantKeys.BRANDING_CSS, name)
                .set(TenantKeys.BRANDING_TITLE, name)
                .tenant());
    assertThat(values(text, "name")).contains(name, name + " AI");
    assertThat(values(text, "meta_description"))
        .containsExactly("Website of " + name, "AI workspace of " + name);
    assertThat(values(text, "branding_custom_css")).containsExactly(name);
    assertThat(values(text, "branding_title")).containsExactly(name);
    assertThat(values(text, "model")).hasSize(18);
  }

  @Test
  void aBrandWithoutPicturesHasAuthentiksOwn() {
    String text =
        blueprint(
            acme(TenantState.ACTIVE)
                .login("auth.acme.com")
                .set(TenantKeys.BRANDING_CSS, "a {}")
                .set(TenantKeys.BRANDING_LOGO, "")
                .tenant());
    assertThat(values(text, "branding_title")).containsExactly("ACME Corporation");
    assertThat(values(text, "branding_logo"))
        .containsExactly("/static/dist/assets/icons/icon_left_brand.svg");
    assertThat(values(text, "branding_favicon"))
        .containsExactly("/static/dist/assets/icons/icon.png");
  }

  /** An address in two spellings is one person, who belongs to two groups of owners. */
  @Test
  void twoTenantsMayNameOneAdministrator() {
    String one =
        blueprint(
            new TenantFixture("acme", "A", "pro")
                .sites("a.example.com")
                .set(TenantKeys.ADMIN_EMAIL, "Jane.Doe@Example.com")
                .tenant());
    String other =
        blueprint(
            new TenantFixture("globex", "B", "pro")
                .sites("b.example.com")
                .set(TenantKeys.ADMIN_EMAIL, "jane.doe@example.COM")
                .tenant());
    assertThat(values(one, "username")).containsExactly("jane.doe@example.com");
    assertThat(values(other, "username")).containsExactly("jane.doe@example.com");
    assertThat(values(one, "name")).contains("tenant-acme-owner");
    assertThat(values(other, "name")).contains("tenant-globex-owner");
  }

  @Test
  void aPersonOutlivesTheTenant() {
    assertThat(blueprint(acme(TenantState.ERASING).tenant()))
        .contains("tenant-acme-corp-owner")
        .doesNotContain("admin@example.com");
  }

  /** kubectl is closed with the tenant's applications, by a binding that is off. */
  @Test
  void whoeverIsRefusedHasNoKubectl() {
    String binding =
        """
              group: !KeyOf group-tenant
            attrs:
              order: 0
              enabled: false
        """;
    assertThat(blueprint(acme(TenantState.SUSPENDED).tenant())).contains(binding.strip());
    assertThat(blueprint(acme(TenantState.ACTIVE).tenant())).doesNotContain(binding.strip());
  }

  @ParameterizedTest
  @EnumSource(
      value = TenantState.class,
      names = {"ACTIVE", "SUSPENDED", "RETAINED", "ERASING"})
  void everyStateKeepsAuthentiksSchema(TenantState state) {
    BlueprintContract contract =
        new BlueprintContract(Contracts.path("contracts/authentik-blueprint.schema.json"));
    String text =
        blueprint(acme(state).dedicated("openwebui.acme.com").login("auth.acme.com").tenant());
    assertThat(contract.problemsOf(text)).isEmpty();
    assertThat(
            contract.problemsOf(text.replace("  - model: authentik_core.group", "  - model: a.b")))
        .isNotEmpty();
  }

  @Test
  void theContractKnowsEveryAttribute() {
    BlueprintContract contract =
        new BlueprintContract(Contracts.path("contracts/authentik-blueprint.schema.json"));
    String text = blueprint(GoldenFleet.globex());
    assertThat(contract.problemsOf(text.replace("grant_types:", "grant_type:")))
        .anyMatch(problem -> problem.contains("grant_type is a field that is not known"));
    assertThat(contract.problemsOf(text.replace("authentik_core.view_group", "view_group")))
        .isNotEmpty();
    assertThat(contract.problemsOf(text.replace("strict", "exact"))).isNotEmpty();
    assertThat(contract.problemsOf(text.replace("order: 0", "order: \"0\""))).isNotEmpty();
  }

  private static TenantFixture acme(TenantState state) {
    return new TenantFixture("acme-corp", "ACME Corporation", "pro")
        .sites("blog.acme.com", "docs.acme.com", "acme-corp.sites.example.com")
        .state(state);
  }

  private String blueprint(ResolvedTenant tenant) {
    StateForm form =
        switch (tenant.state()) {
          case ACTIVE -> StateForm.OPEN;
          case ERASING -> StateForm.RELEASED;
          default -> StateForm.CLOSED;
        };
    Artifact artifact =
        new IdentityContributor(form).contribute(tenant, GoldenFleet.fleet(), List.of()).get(0);
    return YamlTrees.trees(artifact.text())
        .get(0)
        .path("data")
        .valueStream()
        .findFirst()
        .orElseThrow()
        .asString();
  }

  private static GoldenFile golden(String file) {
    return new GoldenFile("identity/" + file);
  }

  private static List<String> values(String text, String key) {
    return all(new TaggedReader().read(text))
        .filter(entry -> entry.key().text().equals(key))
        .map(entry -> ((TaggedNode.Scalar) entry.value()).text())
        .toList();
  }

  private static Stream<TaggedNode.Entry> all(TaggedNode node) {
    if (node instanceof TaggedNode.Sequence sequence) {
      return sequence.items().stream().flatMap(IdentityContributorTest::all);
    }
    if (node instanceof TaggedNode.Mapping mapping) {
      return mapping.entries().stream().flatMap(e -> Stream.concat(Stream.of(e), all(e.value())));
    }
    return Stream.empty();
  }
}
