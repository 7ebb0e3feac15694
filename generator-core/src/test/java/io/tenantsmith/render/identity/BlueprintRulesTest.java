package io.tenantsmith.render.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantsmith.harness.GoldenFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule meets a slip in the text of a whole tenant, or of the platform's people. */
class BlueprintRulesTest {

  private static final String TENANT = new GoldenFile("identity/globex.yaml").text();
  private static final String PEOPLE = new GoldenFile("identity/platform-people.yaml").text();
  private static final String SHARED = new GoldenFile("identity/platform-base.yaml").text();

  private final BlueprintRules rules = new BlueprintRules();

  @Test
  void rightBlueprintsPass() {
    assertThatCode(() -> checkTenant(TENANT)).doesNotThrowAnyException();
    assertThatCode(() -> checkPlatform(SHARED, PEOPLE)).doesNotThrowAnyException();
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
        "SHAPE | id: role-admin | model: authentik_rbac.role",
        "METADATA | name: \"tenant-globex\" | title: \"t\"",
        "METADATA | name: \"tenant-globex\" | name: \"\"",
        "METADATA | name: \"tenant-globex\" | name: 1",
        "LABELS | tenantsmith.io/tier: \"enterprise\" | tenantsmith.io/tier: 1",
        "LABELS | tenantsmith.io/tier: \"enterprise\" | tenantsmith.io/tier: true",
        "PLAIN_SCALAR | slug: \"wordpress-globex\" | slug: on",
        "PLAIN_SCALAR | slug: \"wordpress-globex\" | slug: 012",
        "PLAIN_SCALAR | slug: \"wordpress-globex\" | slug: -012",
        "PLAIN_SCALAR | slug: \"wordpress-globex\" | slug: 12:30",
        "PLAIN_SCALAR | base: automatic | on: automatic",
        "TAG | slug: \"wordpress-globex\" | slug: !Env X",
        "SECRET_FILE | - !File \"/tenant-secrets/globex. | - !File \"/tenant-secrets/acme.",
        "SECRET_FILE | - !File \"/tenant-secrets/globex. | - !File \"/tenant-secrets/globex./../b",
        "SECRET_FILE | - !File \"/tenant-secrets/globex.wordpress-client-secret\" | - !File [\"/tenant-secrets/globex.a\", \"x\"]",
        "ENTRY_KEY | conditions: | condition:",
        "STATE | state: present | state: presnet",
        "STATE | state: present | state: created",
        "STATE | state: created | state: present",
        "MODEL | authentik_core.application^ | authentik_core.applications^",
        "ATTRIBUTE | redirect_uris: | redirect_uri:",
        "ATTRIBUTE | slug: \"wordpress | slugg: \"wordpress",
        "COMPLETE | open_in_new_tab: true^ | ^",
        "COMPLETE | flow_device_code: null^ | ^",
        "NULL | logout_uri: \"\" | logout_uri: null",
        "NULL | name: \"Globex\" | name: null",
        "UNIQUE_ID | id: group-users | id: group-admins",
        "UNIQUE_OBJECT | name: \"tenant-globex-users\" | name: \"tenant-globex-admins\"",
        "UNIQUE_OBJECT | target: !KeyOf app-openwebui^      group | target: !KeyOf app-wordpress^      group",
        "EARLIER_ID | !KeyOf provider-wordpress | !KeyOf provider-website",
        "CLIENT_SECRET | client_secret: !File | client_secret:",
        "CLIENT_SECRET | client_secret: !File \"/tenant-secrets/globex.wordpress-client-secret\"^ | ^",
        "REDIRECT | https://www.globex.com/wp-admin | http://www.globex.com/wp-admin",
        "REDIRECT | https://www.globex.com/wp-admin | https://www.globex.com.evil.org/wp-admin",
        "REDIRECT | https://www.globex.com/wp-admin | http://localhost:8000",
        "REDIRECT | matching_mode: strict | matching_mode: regex",
        "PERMISSION | authentik_core.view_group | view_group",
        "RESERVED_SLUG | slug: \"wordpress-globex\" | slug: \"token\"",
        "CONDITION | provider: !KeyOf provider-wordpress | provider: !Find [a.b, [name, \"x\"]]",
        "OPTIONAL_FIND | flow_device_code: null | flow_device_code: !Find [authentik_flows.flow, [slug, a]]",
        "OPTIONAL_FIND | - !Find [authentik_flows.flow, [slug, platform-recovery]] | - !Find [authentik_flows.flow, [slug, a]]",
        "OPTIONAL_FIND | signing_key: !Find [authentik_crypto.certificatekeypair, [name, | signing_key: !Find [authentik_crypto.certificatekeypair, [pk,",
        "OWN_OBJECT | name: \"tenant-globex-users\" | name: \"tenant-acme-users\"",
        "OWN_OBJECT | name: \"tenant-globex-users\" | name: \"platform-openwebui\"",
        "OWN_OBJECT | name: \"tenant-globex-admin\" | name: \"platform-tenant-admin\"",
        "OWN_OBJECT | name: \"tenant-globex-admin invitations\" | name: \"tenant-acme-admin invitations\"",
        "PERSON | username: \"admin@example.com\" | username: \"Admin@example.com\"",
        "PERSON | username: \"admin@example.com\" | username: \" admin@example.com\"",
        "PERSON | username: \"admin@example.com\" | username: \"owner\"",
        "PERSON | email: \"admin@example.com\" | email: \"other@example.com\"",
        "PERSON | username: \"admin@example.com\" | username: \"admin@example.com\"^      email: \"admin@example.com\"",
        "ATTRIBUTE | path: \"users\" | path: \"users\"^      password: \"x\"",
        "ATTRIBUTE | path: \"users\" | path: \"users\"^      groups: []",
        "MEMBERS | users: [!KeyOf person-owner] | users: [!Find [authentik_core.user, [username, \"a\"]]]",
        "MEMBERS | users: [!KeyOf person-owner] | users: [!KeyOf group-admins]",
        "MEMBERS | users: [!KeyOf person-owner]^ | ^",
        "MEMBERS | parents: [!KeyOf group-tenant] | parents: [!KeyOf group-tenant]^      users: []",
        "GRANT | authentik_core.add_user_to_group | authentik_core.change_group",
        "GRANT | authentik_core.add_user_to_group | authentik_core.add_user",
        "GRANT | authentik_core.add_user_to_group | authentik_core.view_user",
        "GRANT | authentik_core.add_user_to_group | authentik_core.change_user",
        "GRANT | authentik_core.add_user_to_group | authentik_core.reset_user_password",
        "GRANT | role: !KeyOf role-admin^  - model | role: !Find [authentik_rbac.role, [name, \"platform-tenant-admin\"]]^  - model",
        "GRANT | attrs: {} | attrs: {permissions: [authentik_core.view_user]}",
        "GRANT | attrs: {} | attrs: {permissions: [authentik_stages_invitation.add_invitation]}",
        "GRANT | codename, view_invitation | codename, change_invitation",
        "GRANT | role: !KeyOf role-admin^      permissions | role: !Find [authentik_rbac.role, [name, \"platform-tenant-admin\"]]^      permissions",
        "GRANT | managed_by: \"tenantsmith\"^    permissions:^      - permission: authentik_core.view_group | managed_by: \"tenantsmith\"^    permissions:^      - permission: authentik_core.add_user_to_group"
      })
  void aSlipOfATenantIsNamed(String rule, String right, String wrong) {
    assertThatThrownBy(() -> checkTenant(planted(TENANT, right, wrong)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("blueprint rule " + rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "LITERAL_IDENTIFIER | slug: \"openwebui-acme-corp\" | slug: !KeyOf group-tenant",
        "LITERAL_IDENTIFIER | slug: \"openwebui-acme-corp\" | slug: !Find [authentik_rbac.role, [name, \"r\"]]",
        "LITERAL_IDENTIFIER | slug: \"openwebui-acme-corp\" | slug: \"\"",
        "PERSON | model: authentik_core.application^    state: absent^    identifiers:^      slug: \"openwebui-acme-corp\" | model: authentik_core.user^    state: absent^    identifiers:^      username: \"a@b.c\""
      })
  void aSlipInWhatIsRemovedIsNamed(String rule, String right, String wrong) {
    String text = planted(new GoldenFile("identity/acme-corp.yaml").text(), right, wrong);
    BlueprintRules.Owner owner = BlueprintRules.Owner.tenant("acme-corp", List.of("blog.acme.com"));
    assertThatThrownBy(() -> rules.check(List.of(text), owner))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("blueprint rule " + rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "STEP | re_evaluate_policies: true | re_evaluate_policies: false",
        "STEP | evaluate_on_plan: false | evaluate_on_plan: true",
        "STEP | stage: !KeyOf stage-deny | stage: !Find [authentik_stages_deny.denystage, [name, a]]",
        "STEP | policy_engine_mode: all | policy_engine_mode: any",
        // What an inviter wrote would be written to the account of whoever opens the link.
        "INVITATION | policy: !KeyOf policy-confirmed^    attrs:^      order: 0^      enabled: true^      negate: false | policy: !KeyOf policy-restored^    attrs:^      order: 0^      enabled: true^      negate: false",
        "INVITATION | plan.context[\"prompt_data\"] = {\"name\": person.name} | pass",
        "INVITATION | plan.context[\"prompt_data\"] = {^ | plan.context.setdefault(\"prompt_data\", {}).update({^",
        "INVITATION | continue_flow_without_invitation: false | continue_flow_without_invitation: true",
        // A stage whose policy says no is skipped: whoever is not let in must be refused.
        "REFUSAL | policy: !KeyOf policy-new-person^    attrs:^      order: 0^      enabled: true^      negate: true | policy: !KeyOf policy-new-person^    attrs:^      order: 0^      enabled: true^      negate: false",
        "REFUSAL | policy: !KeyOf policy-known-person^    attrs:^      order: 0^      enabled: true^      negate: true^      timeout: 30^      failure_result: true | policy: !KeyOf policy-known-person^    attrs:^      order: 0^      enabled: true^      negate: true^      timeout: 30^      failure_result: false",
        "FAILURES | stage: !KeyOf stage-deny^      order: 7 | stage: !KeyOf stage-deny^      order: 12",
        "FAILURES | score__lt=0, | score__lt=9,",
        "FACTOR | stage: !KeyOf stage-factor-admin^      order: 17 | stage: !KeyOf stage-factor^      order: 17",
        "FACTOR | not_configured_action: configure | not_configured_action: skip",
        "MAIL_FIRST | policy: !KeyOf policy-restored^    attrs:^      order: 0^      enabled: true^      negate: false^      timeout: 30^      failure_result: true | policy: !KeyOf policy-unconfirmed^    attrs:^      order: 0^      enabled: true^      negate: false^      timeout: 30^      failure_result: true",
        "MAIL_FIRST | negate: false^      timeout: 30^      failure_result: true | negate: false^      timeout: 30^      failure_result: false",
        "MAIL_FIRST | stage: !KeyOf stage-lost^      order: 28 | stage: !KeyOf stage-lost^      order: 45",
        "OPTIONAL_FIND | - !Find [authentik_flows.flow, [slug, default-invalidation-flow]] | - !Find [authentik_flows.flow, [slug, a]]",
        "MEMBERS | roles: []^ | roles: []^      users: []^",
        "GRANT | - authentik_stages_invitation.add_invitation | - authentik_core.view_user",
        "GRANT | authentik_flows.view_flow | authentik_flows.change_flow",
        "OWN_OBJECT | name: \"platform-operators\" | name: \"tenant-globex\"",
        "UNIQUE_OBJECT | name: \"platform-operators\" | name: \"platform-openwebui\"",
        "REDIRECT | http://localhost:8000 | http://127.0.0.1.example.com:8000",
        "CLIENT_SECRET | client_type: public | client_type: confidential"
      })
  void aSlipOfThePlatformIsNamed(String rule, String right, String wrong) {
    assertThatThrownBy(() -> checkPlatform(SHARED, planted(PEOPLE, right, wrong)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("blueprint rule " + rule);
  }

  @Test
  void initialPermissionsAreNeverOfTheSharedRole() {
    String shared =
        PEOPLE
            + """
              - model: authentik_rbac.initialpermissions
                state: present
                identifiers:
                  name: "platform-tenant-admin invitations"
                attrs:
                  role: !KeyOf role-tenant-admin
                  permissions:
                    - !Find [auth.permission, [codename, view_invitation]]
            """;
    assertThatThrownBy(() -> checkPlatform(SHARED, shared))
        .hasMessageStartingWith("blueprint rule GRANT: platform-tenant-admin invitations");
  }

  /** The first place of the right text says something wrong; a circumflex is a new line. */
  private static String planted(String text, String right, String wrong) {
    String old = lines(right);
    int place = text.indexOf(old);
    assertThat(place).as(old).isNotNegative();
    return text.substring(0, place) + lines(wrong) + text.substring(place + old.length());
  }

  private static String lines(String text) {
    return text.replace("^", "\n");
  }

  private void checkTenant(String text) {
    rules.check(
        List.of(text),
        BlueprintRules.Owner.tenant("globex", List.of("www.globex.com", "openwebui.globex.com")));
  }

  private void checkPlatform(String shared, String people) {
    rules.check(List.of(shared, people), BlueprintRules.Owner.platform(List.of("ai.example.com")));
  }
}
