package io.tenantsmith.render.identity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The models that our blueprints use, with the attributes that we write. Authentik silently ignores
 * an attribute it does not know, and keeps the old value of one that is not stated, so a mistake is
 * found here or never. Looked up only; never iterated into output.
 */
final class BlueprintModels {

  /** References that may be null: Authentik says nothing where they find nothing. */
  private static final Set<String> NULLABLE =
      words(
          "authentication_flow signing_key encryption_key password_stage captcha_stage"
              + " enrollment_flow recovery_flow passwordless_flow configure_flow create_users_group"
              + " flow_authentication flow_invalidation flow_recovery flow_unenrollment"
              + " flow_user_settings flow_device_code default_application web_certificate");

  private static final Map<String, Model> MODELS =
      Map.ofEntries(
          Map.entry("authentik_rbac.role", model("name", "permissions")),
          Map.entry("authentik_rbac.initialpermissions", model("name role permissions", "")),
          Map.entry(
              "authentik_core.group", model("name is_superuser parents roles attributes", "users")),
          Map.entry(
              "authentik_core.user",
              model("username name email type path is_active attributes", "")),
          Map.entry(
              "authentik_core.application",
              model(
                  "slug name provider backchannel_providers group meta_launch_url meta_icon"
                      + " meta_description meta_publisher meta_hide open_in_new_tab"
                      + " policy_engine_mode",
                  "")),
          Map.entry(
              "authentik_providers_oauth2.oauth2provider",
              model(
                  "name authentication_flow authorization_flow invalidation_flow property_mappings"
                      + " client_type client_id grant_types access_code_validity"
                      + " access_token_validity refresh_token_validity refresh_token_threshold"
                      + " include_claims_in_id_token signing_key encryption_key redirect_uris"
                      + " logout_uri logout_method sub_mode issuer_mode jwt_federation_sources"
                      + " jwt_federation_providers",
                  "client_secret")),
          Map.entry(
              "authentik_providers_oauth2.scopemapping",
              model("name scope_name description expression", "")),
          Map.entry(
              "authentik_brands.brand",
              model(
                  "domain default branding_title branding_logo branding_favicon branding_custom_css"
                      + " branding_default_flow_background flow_authentication flow_invalidation"
                      + " flow_recovery flow_unenrollment flow_user_settings flow_device_code"
                      + " default_application web_certificate client_certificates attributes",
                  "")),
          Map.entry(
              "authentik_policies_expression.expressionpolicy",
              model("name execution_logging expression", "")),
          Map.entry(
              "authentik_policies_password.passwordpolicy",
              model(
                  "name execution_logging password_field check_static_rules"
                      + " check_have_i_been_pwned check_zxcvbn zxcvbn_score_threshold amount_digits"
                      + " amount_uppercase amount_lowercase amount_symbols length_min"
                      + " error_message",
                  "")),
          Map.entry(
              "authentik_policies.policybinding",
              model("target order enabled negate timeout failure_result", "group policy")),
          Map.entry(
              "authentik_flows.flow",
              model(
                  "slug name title designation authentication policy_engine_mode compatibility_mode"
                      + " layout denied_action",
                  "")),
          Map.entry(
              "authentik_flows.flowstagebinding",
              model(
                  "target stage order evaluate_on_plan re_evaluate_policies policy_engine_mode"
                      + " invalid_response_action",
                  "")),
          Map.entry(
              "authentik_stages_prompt.prompt",
              model(
                  "name field_key label type required placeholder initial_value order sub_text"
                      + " placeholder_expression initial_value_expression",
                  "")),
          Map.entry(
              "authentik_stages_prompt.promptstage", model("name fields validation_policies", "")),
          Map.entry(
              "authentik_stages_identification.identificationstage",
              model(
                  "name user_fields password_stage captcha_stage case_insensitive_matching"
                      + " show_matched_user pretend_user_exists enrollment_flow recovery_flow"
                      + " passwordless_flow sources show_source_labels enable_remember_me",
                  "")),
          Map.entry(
              "authentik_stages_password.passwordstage",
              model(
                  "name backends configure_flow failed_attempts_before_cancel allow_show_password",
                  "")),
          Map.entry("authentik_stages_deny.denystage", model("name deny_message", "")),
          Map.entry(
              "authentik_stages_authenticator_validate.authenticatorvalidatestage",
              model(
                  "name not_configured_action configuration_stages device_classes"
                      + " last_auth_threshold webauthn_user_verification"
                      + " webauthn_allowed_device_types",
                  "")),
          Map.entry(
              "authentik_stages_email.emailstage",
              model(
                  "name use_global_settings token_expiry subject template activate_user_on_success"
                      + " recovery_max_attempts recovery_cache_timeout",
                  "")),
          Map.entry(
              "authentik_stages_invitation.invitationstage",
              model("name continue_flow_without_invitation", "")),
          Map.entry(
              "authentik_stages_user_write.userwritestage",
              model(
                  "name user_creation_mode create_users_as_inactive create_users_group user_type"
                      + " user_path_template",
                  "")),
          Map.entry(
              "authentik_stages_user_login.userloginstage",
              model(
                  "name session_duration terminate_other_sessions remember_me_offset"
                      + " network_binding geoip_binding",
                  "")));

  private BlueprintModels() {}

  /** What is known of a model; empty for one that we do not use. */
  static Optional<Model> model(String name) {
    return Optional.ofNullable(MODELS.get(name));
  }

  /** Whether the attribute is a reference that may be null. */
  static boolean isNullable(String attribute) {
    return NULLABLE.contains(attribute);
  }

  private static Model model(String stated, String optional) {
    return new Model(words(stated), words(optional));
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
  }

  /**
   * A model.
   *
   * @param stated identifiers and attributes that an entry which is present always states
   * @param optional those that some state
   */
  record Model(Set<String> stated, Set<String> optional) {

    Model {
      stated = Set.copyOf(stated);
      optional = Set.copyOf(optional);
    }

    boolean knows(String attribute) {
      return stated.contains(attribute) || optional.contains(attribute);
    }
  }
}
