package io.tenantsmith.render.chat;

import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Limit;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.TenantNames;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renders content.yaml: what content automation may write for a tenant, and how much of it. */
public final class ContentContributor implements TenantContributor {

  private static final NamedValues<TenantScope> VALUES =
      NamedValues.<TenantScope>builder()
          .including(TenantNames.VALUES)
          .value("settings", scope -> JsonWriter.pretty(settings(scope)))
          .build();
  private static final ObjectTemplate<TenantScope> CONTENT =
      ObjectTemplate.beside(ContentContributor.class, "content.yaml", VALUES);

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    if (!tenant.get(TenantKeys.CONTENT_AUTOMATION)) {
      return List.of();
    }
    TenantScope scope = new TenantScope(tenant, fleet);
    return List.of(scope.file("content.yaml", CONTENT.render(scope)));
  }

  private static Map<String, Object> settings(TenantScope scope) {
    ResolvedTenant tenant = scope.tenant();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("tenant", tenant.id().value());
    settings.put("name", tenant.displayName());
    settings.put("site", "https://" + tenant.hosts().canonical().value());
    settings.put("service", "http://wordpress." + tenant.namespace() + ".svc");
    settings.put("user", "content-bot");
    settings.put("autoPublish", tenant.get(TenantKeys.AUTO_PUBLISH));
    settings.put("contentTypes", tenant.get(TenantKeys.CONTENT_TYPES));
    settings.put("defaultCategories", tenant.get(TenantKeys.DEFAULT_CATEGORIES));
    settings.put("seoOptimization", tenant.get(TenantKeys.SEO_OPTIMIZATION));
    settings.put("customTemplates", tenant.get(TenantKeys.CUSTOM_TEMPLATES));
    settings.put("workflowApproval", tenant.get(TenantKeys.WORKFLOW_APPROVAL));
    settings.put("limits", limits(tenant));
    if (tenant.hasDedicatedOpenWebUi()) {
      settings.put("client", client(scope));
    }
    return settings;
  }

  /** The client that speaks for this tenant and no other; the shared one then does not. */
  private static Map<String, Object> client(TenantScope scope) {
    String client = OpenWebUiContributor.client(scope);
    Map<String, Object> tokens = new LinkedHashMap<>();
    tokens.put("issuer", scope.issuer() + client + "/");
    tokens.put("audience", client);
    return tokens;
  }

  /** The limits of the tier; the key of an unlimited amount is left out. */
  private static Map<String, Object> limits(ResolvedTenant tenant) {
    Map<String, Object> limits = new LinkedHashMap<>();
    put(limits, "workflowsPerMonth", tenant.get(TierKeys.LIMIT_WORKFLOWS));
    put(limits, "apiRequestsPerDay", tenant.get(TierKeys.LIMIT_API_REQUESTS));
    return limits;
  }

  private static void put(Map<String, Object> limits, String name, Limit<Long> limit) {
    limit.amount().ifPresent(amount -> limits.put(name, amount));
  }
}
