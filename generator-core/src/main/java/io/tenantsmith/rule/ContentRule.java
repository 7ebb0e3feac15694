package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.diagnostic.Suggestion;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.TenantKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Settings of content automation that do not do what they look like. A line of a tier may concern
 * thousands of tenants, but is one mistake: each is reported once where it is written.
 */
final class ContentRule implements Rule {

  /** All types of content, as the schema lists them. */
  static final Set<String> TYPES =
      Set.of("blog_post", "article", "tutorial", "faq", "documentation");

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    Map<String, Diagnostic> found = new TreeMap<>();
    for (EffectiveTenant tenant : resolution.tenants()) {
      if (ContentModelRule.isAutomated(tenant)) {
        published(tenant).ifPresent(warning -> found.putIfAbsent(key(warning), warning));
        templates(tenant).forEach(warning -> found.putIfAbsent(key(warning), warning));
      }
    }
    found.values().forEach(report);
  }

  private static String key(Diagnostic warning) {
    return warning.range() + warning.message();
  }

  private static Optional<Diagnostic> published(EffectiveTenant tenant) {
    if (!isOn(tenant, TenantKeys.AUTO_PUBLISH) || !isOn(tenant, TenantKeys.WORKFLOW_APPROVAL)) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.warning(
                Code.TEN234,
                place(tenant, TenantKeys.AUTO_PUBLISH),
                "auto_publish with workflow_approval: approval wins, nothing is published at once")
            .withRelated("approval is on at", place(tenant, TenantKeys.WORKFLOW_APPROVAL))
            .withHint("turn one of them off"));
  }

  private static List<Diagnostic> templates(EffectiveTenant tenant) {
    List<String> allowed =
        tenant.settings().find(TenantKeys.CONTENT_TYPES).map(Setting::value).orElse(List.of());
    return tenant.settings().find(TenantKeys.CUSTOM_TEMPLATES).stream()
        .flatMap(templates -> templates.value().keySet().stream())
        .filter(name -> !allowed.contains(name))
        .flatMap(name -> unused(name, allowed, tenant).stream())
        .toList();
  }

  /**
   * A template of another name is asked for in the chat. One that is named like a type that the
   * tenant does not have, or almost like one that it has, was meant to be used by itself.
   */
  private static Optional<Diagnostic> unused(
      String name, List<String> allowed, EffectiveTenant tenant) {
    Optional<String> meant = Suggestion.closest(name, allowed);
    if (!TYPES.contains(name) && meant.isEmpty()) {
      return Optional.empty();
    }
    String hint =
        TYPES.contains(name)
            ? "add " + name + " to content_types, or remove the template"
            : "did you mean " + Quoted.quote(meant.orElseThrow()) + "?";
    return Optional.of(
        Diagnostic.warning(
                Code.TEN235,
                place(tenant, TenantKeys.CUSTOM_TEMPLATES),
                "template "
                    + Quoted.quote(name)
                    + " is never used unasked: the content types are "
                    + String.join(", ", allowed))
            .withHint(hint));
  }

  private static boolean isOn(EffectiveTenant tenant, Key<Boolean> key) {
    return tenant.settings().find(key).map(Setting::value).orElse(false);
  }

  private static SourceRange place(EffectiveTenant tenant, Key<?> key) {
    return tenant.settings().setting(key).origin().range();
  }
}
