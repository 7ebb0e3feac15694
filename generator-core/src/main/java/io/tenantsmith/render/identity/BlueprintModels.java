package io.tenantsmith.render.identity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The models that our blueprints use, with the attributes that we write. Authentik silently ignores
 * an attribute it does not know, so a mistake is found here or never. Looked up only; never
 * iterated.
 */
final class BlueprintModels {

  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("authentik_rbac.role", Set.of("name")),
          Map.entry(
              "authentik_core.group",
              Set.of("name", "is_superuser", "parents", "roles", "attributes")),
          Map.entry("authentik_core.user", Set.of("username")),
          Map.entry("authentik_core.application", application()),
          Map.entry("authentik_providers_oauth2.oauth2provider", provider()),
          Map.entry(
              "authentik_providers_oauth2.scopemapping",
              Set.of("name", "scope_name", "description", "expression")),
          Map.entry(
              "authentik_policies_expression.expressionpolicy",
              Set.of("name", "execution_logging", "expression")),
          Map.entry("authentik_policies.policybinding", binding()),
          Map.entry("authentik_brands.brand", brand()));

  private BlueprintModels() {}

  /** Identifiers and attributes of a model; empty for one that we do not use. */
  static Optional<Set<String>> attributes(String model) {
    return Optional.ofNullable(ATTRIBUTES.get(model));
  }

  private static Set<String> application() {
    return Set.of(
        "slug",
        "name",
        "provider",
        "backchannel_providers",
        "group",
        "meta_launch_url",
        "meta_icon",
        "meta_description",
        "meta_publisher",
        "meta_hide",
        "open_in_new_tab",
        "policy_engine_mode");
  }

  private static Set<String> provider() {
    return Set.of(
        "name",
        "authentication_flow",
        "authorization_flow",
        "invalidation_flow",
        "property_mappings",
        "client_type",
        "client_id",
        "client_secret",
        "grant_types",
        "access_code_validity",
        "access_token_validity",
        "refresh_token_validity",
        "refresh_token_threshold",
        "include_claims_in_id_token",
        "signing_key",
        "encryption_key",
        "redirect_uris",
        "logout_uri",
        "logout_method",
        "sub_mode",
        "issuer_mode",
        "jwt_federation_sources",
        "jwt_federation_providers");
  }

  private static Set<String> binding() {
    return Set.of(
        "target", "group", "policy", "order", "enabled", "negate", "timeout", "failure_result");
  }

  private static Set<String> brand() {
    return Set.of(
        "domain",
        "default",
        "branding_title",
        "branding_logo",
        "branding_favicon",
        "branding_custom_css",
        "branding_default_flow_background",
        "flow_authentication",
        "flow_invalidation",
        "flow_recovery",
        "flow_unenrollment",
        "flow_user_settings",
        "flow_device_code",
        "default_application",
        "web_certificate",
        "client_certificates",
        "attributes");
  }
}
