package io.tenantsmith.render.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlueprintRulesTest {

  private static final String TEXT =
      """
      version: 1
      metadata:
        name: "t"
        labels:
          a: "1"
      entries:
        - model: authentik_core.group
          id: g
          state: present
          identifiers:
            name: "g"
          permissions:
            - permission: authentik_core.view_group
              role: !Find [authentik_rbac.role, [name, "r"]]
        - model: authentik_providers_oauth2.oauth2provider
          id: p
          state: present
          conditions:
            - !File "/tenant-secrets/acme.wordpress-client-secret"
          identifiers:
            name: "p"
          attrs:
            client_secret: !File "/tenant-secrets/acme.wordpress-client-secret"
            redirect_uris:
              - matching_mode: strict
                url: "https://acme.com/x"
        - model: authentik_core.application
          state: present
          identifiers:
            slug: "acme"
          attrs:
            provider: !KeyOf p
        - model: authentik_core.group
          state: absent
          identifiers:
            name: "old"
      """;

  private final BlueprintRules rules = new BlueprintRules();

  @Test
  void aRightBlueprintPasses() {
    assertThatCode(() -> check(TEXT)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "VERSION | version: 1 | version: 2",
        "VERSION | version: 1 | version: \"1\"",
        "SHAPE | entries: | entrys:",
        "SHAPE | version: 1 | version: [",
        "SHAPE | version: 1 | version: &a 1",
        "SHAPE | state: absent | model: authentik_core.group",
        "METADATA | name: \"t\" | title: \"t\"",
        "METADATA | name: \"t\" | name: \"\"",
        "METADATA | name: \"t\" | name: 1",
        "LABELS | a: \"1\" | a: 1",
        "LABELS | a: \"1\" | a: true",
        "PLAIN_SCALAR | slug: \"acme\" | slug: on",
        "PLAIN_SCALAR | slug: \"acme\" | slug: 012",
        "PLAIN_SCALAR | slug: \"acme\" | slug: 12:30",
        "PLAIN_SCALAR | name: \"old\" | on: \"old\"",
        "TAG | slug: \"acme\" | slug: !Env X",
        "SECRET_FILE | File \"/tenant-secrets/acme. | File \"/tenant-secrets/globex.",
        "SECRET_FILE | File \"/tenant-secrets/acme. | File \"/tenant-secrets/acme./../b",
        "SECRET_FILE | - !File \"/tenant-secrets/acme.wordpress-client-secret\" | - !File [\"/tenant-secrets/acme.a\", \"x\"]",
        "ENTRY_KEY | conditions: | condition:",
        "STATE | state: present | state: presnet",
        "MODEL | authentik_core.application | authentik_core.applications",
        "ATTRIBUTE | redirect_uris: | redirect_uri:",
        "ATTRIBUTE | slug: | slugg:",
        "UNIQUE_ID | id: p | id: g",
        "UNIQUE_OBJECT | name: \"old\" | name: \"g\"",
        "EARLIER_ID | !KeyOf p | !KeyOf q",
        "LITERAL_IDENTIFIER | name: \"old\" | name: !KeyOf g",
        "LITERAL_IDENTIFIER | name: \"old\" | name: !Find [authentik_rbac.role, [name, \"r\"]]",
        "LITERAL_IDENTIFIER | name: \"old\" | name: \"\"",
        "CLIENT_SECRET | client_secret: !File | client_secret:",
        "REDIRECT | https://acme.com/x | http://acme.com/x",
        "REDIRECT | https://acme.com/x | https://acme.com.evil.org/x",
        "REDIRECT | matching_mode: strict | matching_mode: regex",
        "PERMISSION | authentik_core.view_group | view_group",
        "RESERVED_SLUG | slug: \"acme\" | slug: \"token\""
      })
  void aSlipIsNamed(String rule, String right, String wrong) {
    assertThat(TEXT).contains(right);
    assertThatThrownBy(() -> check(TEXT.replace(right, wrong)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("blueprint rule " + rule);
  }

  private void check(String text) {
    rules.check(text, new BlueprintRules.Owner("acme", List.of("acme.com")));
  }
}
