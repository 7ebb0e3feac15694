package io.tenantsmith.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.schema.SchemaKind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schema and binder together: several mistakes at once, each once and at its place. */
class CheckedInputTest {

  private static final String TENANT =
      "tenant_id: acme\ndisplay_name: ACME\nadmin_email: a@acme.com\ntier: pro\n";

  private final Inputs inputs = new Inputs();

  @Test
  void reportsEachOfSeveralMistakesOnceAndInOrder() {
    String text =
        """
        tenant_id: no
        display_name: ACME
        Tier: pro
        admin_email: foo
        features: {sso_enabled: yes, analytics_enabled: "true"}
        resources: {cpu_limit: 012, memory_limit: 512, db_cores: "4", db_ram: 1_000}
        custom_domains: [a.acme.com, "*.acme.com"]
        content: {content_types: [faq, faq, blogpost], custom_templates: {Bad Key: x}}
        plugins: [{name: a, version: 26.4}, {name: a, version: "1"}]
        theme: astra
        client_secret: [hunter2]
        patches: [{target: {}, patch: "a: ["}, {target: {kind: X}, patch: "a: 1", url: x}]
        """;
    assertThat(inputs.lines(SchemaKind.TENANT, text))
        .extracting(line -> line.split(" ", 3)[0] + " " + line.split(" ", 3)[1])
        .containsExactly(
            "1:12 SCH009",
            "3:1 SCH003",
            "4:14 VAL104",
            "5:25 SCH002",
            "5:49 SCH002",
            "6:24 SCH009",
            "6:43 SCH002",
            "6:58 VAL103",
            "6:71 SCH009",
            "7:30 VAL102",
            "8:32 SCH010",
            "8:37 SCH004",
            "8:67 SCH005",
            "9:30 SCH002",
            "9:44 SCH010",
            "10:8 SCH002",
            "11:1 SCH007",
            "12:20 SCH006",
            "12:31 VAL115",
            "12:75 SCH003");
  }

  @Test
  void keepsWhatIsGoodOfATenantThatIsNot() {
    Result<?> result =
        inputs.bind(SchemaKind.TENANT, TENANT + "ring: x\ncustom_domains: [a.acme.com, b]\n");

    Tenant tenant = (Tenant) result.value().orElseThrow();
    assertThat(tenant.complete()).isFalse();
    assertThat(tenant.id()).hasToString("Optional[acme]");
    assertThat(tenant.values().get(TenantKeys.CUSTOM_DOMAINS).orElseThrow().value()).hasSize(1);
  }

  @Test
  void aMissingFieldMakesATenantIncomplete() {
    Result<?> result = inputs.bind(SchemaKind.TENANT, "tenant_id: acme\n");

    assertThat(((Tenant) result.value().orElseThrow()).complete()).isFalse();
    assertThat(result.diagnostics()).hasSize(3);
  }

  @Test
  void neverPrintsASecret() {
    assertThat(
            inputs.lines(SchemaKind.TENANT, TENANT + "oidc: {clientSecret: hunter2}\n").toString())
        .doesNotContain("hunter2");
    assertThat(inputs.lines(SchemaKind.TENANT, TENANT + "API-Key: hunter2\n").toString())
        .contains("5:1 SCH007")
        .doesNotContain("hunter2");
    assertThat(
            inputs
                .lines(SchemaKind.TENANT, TENANT + "branding: {logo: 'https://u:hunter2@x/'}\n")
                .toString())
        .contains("VAL108")
        .doesNotContain("hunter2");
  }

  @Test
  void findsAllHoweverMany() {
    assertThat(inputs.lines(SchemaKind.TENANT, withUnknownFields(900))).hasSize(900);
  }

  private static String withUnknownFields(int number) {
    StringBuilder text = new StringBuilder(TENANT);
    for (int i = 0; i < number; i++) {
      text.append("zzzzzzz").append(i).append(": 1\n");
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "y",
        "N",
        "yes",
        "No",
        "ON",
        "off",
        "True",
        "FALSE",
        "Null",
        "~",
        "012",
        "-0o17",
        "0x1f",
        "0b11",
        "1_000",
        "1e3",
        "12:30:45",
        "1:30",
        ".5",
        "5.",
        ".inf",
        "-.INF",
        ".NaN",
        "2027-01-01",
        "2027-1-1T00:00:00Z",
        "+1",
        "08",
        "="
      })
  void refusesUnquotedTextThatOthersReadDifferently(String word) {
    String quoted = "\"" + word + "\"";
    String text = TENANT.replace("ACME", word);
    assertThat(inputs.lines(SchemaKind.TENANT, text))
        .singleElement()
        .asString()
        .startsWith("2:15 SCH009")
        .endsWith("quote it: " + quoted);
    assertThat(inputs.lines(SchemaKind.TENANT, TENANT.replace("ACME", quoted))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "customDomains: [] | did you mean \"custom_domains\"?",
        "custom-domains: [] | did you mean \"custom_domains\"?",
        "DISPLAY_NAME: x | did you mean \"display_name\"?",
        "rnig: broad | did you mean \"ring\"?",
        "annotations: {} | remove it: that is not a tenant's to set",
        "xyzzy: 1 | remove it; schema/tenant.schema.json, which init writes, describes the fields",
      })
  void namesTheFieldThatWasMeant(String line, String hint) {
    assertThat(inputs.lines(SchemaKind.TENANT, TENANT + line + "\n"))
        .singleElement()
        .asString()
        .startsWith("5:1 SCH003")
        .endsWith(hint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "images: {curl: 'h:5000/a/b:1@sha256:%s'}",
        "images: {registry: 'h.example.com:5000/a/b'}",
        "limits: {cpu: 0.5, memory: 1.5Gi, api_requests_per_day: 0}",
        "database: {cores: 1500m, ram: 1.5, storage: 1Gi}",
        "next: {id: 'a', to: {percent: 10}, set: {web: {max_replicas: 4}, images: {curl: 'curl:1'}}}",
        "next: {id: '%s'}"
      })
  void judgesTiers(String line) {
    String text = "tier: pro\n" + line.formatted("a".repeat(64)) + "\n";
    List<String> codes =
        inputs.lines(SchemaKind.TIER, text).stream()
            .map(l -> l.split(" ", 3)[1])
            .collect(Collectors.toList());
    assertThat(codes)
        .isEqualTo(line.contains("%s'}") && line.startsWith("next")
            ? List.of("SCH001", "SCH001", "SCH006")
            : List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/8", "0.0.0.0/0", "fd00::/8", "::/0", "2001:db8:0:1::/64"})
  void acceptsRanges(String range) {
    assertThat(inputs.lines(SchemaKind.FLEET, fleetWith(range))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.1.0.0/8 | write 10.0.0.0/8",
        "010.0.0.0/8 | write address/length, for instance 10.64.0.0/12 or fd00::/8",
        "2001:DB8::/32 | write it in lower case: \"2001:db8::/32\"",
        "2001:db8::1/32 | write 2001:db8::/32",
        "::ffff:10.0.0.0/104 | write address/length, for instance 10.64.0.0/12 or fd00::/8",
        "1:2:3/64 | write address/length, for instance 10.64.0.0/12 or fd00::/8",
        "10.0.0.0/33 | write address/length, for instance 10.64.0.0/12 or fd00::/8",
      })
  void refusesRanges(String range, String hint) {
    assertThat(inputs.lines(SchemaKind.FLEET, fleetWith(range)))
        .singleElement()
        .asString()
        .contains("3:48 VAL107")
        .endsWith(hint);
  }

  private static String fleetWith(String range) {
    return "fleet: shop\ndomain: s.example.com\nclusters: [{name: one, region: eu, pod_cidrs: [\""
        + range
        + "\"]}]\n";
  }
}
