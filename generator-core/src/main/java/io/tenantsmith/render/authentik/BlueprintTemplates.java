package io.tenantsmith.render.authentik;

import io.tenantsmith.render.template.TextTemplate;
import io.tenantsmith.render.template.TextTemplates;
import io.tenantsmith.yaml.QuotedText;
import java.util.Map;

/** The blueprint templates of this package; every value goes through the filter {@code yaml}. */
final class BlueprintTemplates {

  private final TextTemplates templates =
      new TextTemplates("io/tenantsmith/render/authentik", Map.of("yaml", QuotedText::of));

  /** A template, compiled. */
  TextTemplate compiled(String name) {
    return templates.compiled(name);
  }
}
