package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Suggestion;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Template;
import java.util.function.Consumer;

/** A tenant's template is one of tiers/templates/. */
final class TemplateNameRule implements TenantRule {

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    Sourced<String> template = tenant.tenant().placement().template();
    if (template != null && resolution.workspace().template(template.value()).isEmpty()) {
      report.accept(
          Diagnostic.error(
                  Code.TEN208,
                  template.range(),
                  "there is no template " + Quoted.quote(template.value()))
              .withHint(
                  Suggestion.hint(
                      template.value(),
                      resolution.workspace().templates().stream()
                          .map(Template::fileStem)
                          .toList())));
    }
  }
}
