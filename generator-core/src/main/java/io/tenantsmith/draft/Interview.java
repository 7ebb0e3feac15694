package io.tenantsmith.draft;

import io.tenantsmith.engine.NewTenant;
import io.tenantsmith.engine.Questions;
import io.tenantsmith.engine.TenantField;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Asks a person for what is not stated, field by field. An answer that is wrong is asked again,
 * with what is wrong about it; so is what an option stated.
 */
final class Interview {

  private static final String NONE = "none";

  private final GrowingFleet fleet;
  private final Questions questions;

  Interview(GrowingFleet fleet, Questions questions) {
    this.fleet = fleet;
    this.questions = questions;
  }

  /** The tenant as far as the person answered. */
  NewTenant complete(NewTenant stated) {
    NewTenant tenant = stated;
    tenant = ask(TenantField.TENANT_ID, "Id, as in host names (acme-corp)", "", tenant);
    tenant = ask(TenantField.DISPLAY_NAME, "Name that people see", "", tenant);
    tenant = ask(TenantField.ADMIN_EMAIL, "Administrator's mail address", "", tenant);
    List<String> tiers = fleet.tiers();
    String usual = tiers.size() == 1 ? tiers.get(0) : "";
    tenant = ask(TenantField.TIER, "Tier (" + String.join(", ", tiers) + ")", usual, tenant);
    List<String> templates = fleet.templates();
    if (!templates.isEmpty()) {
      String all = String.join(", ", templates);
      tenant = ask(TenantField.TEMPLATE, "Template (none, " + all + ")", NONE, tenant);
    }
    tenant = cluster(tenant);
    return fleet.mayHaveDomains(tenant)
        ? ask(TenantField.CUSTOM_DOMAINS, "Own domains, with blanks between", NONE, tenant)
        : tenant;
  }

  private NewTenant cluster(NewTenant tenant) {
    Optional<ClusterChoice> choice = ClusterChoice.of(fleet, tenant);
    if (choice.isEmpty() || choice.get().isEmpty()) {
      return tenant;
    }
    String question =
        "Cluster, with what would be requested: " + String.join(", ", choice.get().described());
    return ask(TenantField.CLUSTER, question, choice.get().first(), tenant);
  }

  /** The tenant with that field, unless nobody answers. */
  private NewTenant ask(TenantField field, String question, String usual, NewTenant before) {
    NewTenant tenant = before;
    String told = "";
    while (true) {
      if (tenant.states(field)) {
        List<String> wrong = mistakes(tenant, field);
        if (wrong.isEmpty()) {
          return tenant;
        }
        told = String.join("\n", wrong) + "\n";
      }
      Optional<String> answer = questions.ask(told + question, usual);
      if (answer.isEmpty()) {
        return before;
      }
      tenant = answered(field, answer.get(), tenant);
      if (!tenant.states(field) && !isRequired(field)) {
        return tenant;
      }
    }
  }

  private List<String> mistakes(NewTenant tenant, TenantField field) {
    if (field == TenantField.TENANT_ID && fleet.hasFile(tenant)) {
      return List.of(fleet.file(tenant) + " is there already");
    }
    return fleet.mistakes(tenant, field).stream()
        .map(error -> error.message() + error.hint().map(hint -> "; " + hint).orElse(""))
        .toList();
  }

  private static NewTenant answered(TenantField field, String answer, NewTenant tenant) {
    if (answer.isBlank() || (!isRequired(field) && answer.equals(NONE))) {
      return tenant.without(field);
    }
    return field == TenantField.CUSTOM_DOMAINS
        ? tenant.with(field, Arrays.asList(answer.strip().split("[\\s,]+")))
        : tenant.with(field, answer);
  }

  private static boolean isRequired(TenantField field) {
    return TenantDraft.REQUIRED.contains(field);
  }
}
