package io.tenantsmith.render.identity;

import io.tenantsmith.template.text.TextTemplate;
import io.tenantsmith.template.text.TextTemplates;
import io.tenantsmith.yaml.QuotedText;
import java.util.Map;

/** The blueprint templates of this package; every value goes through the filter {@code yaml}. */
final class BlueprintTemplates {

  private final TextTemplates templates =
      new TextTemplates("io/tenantsmith/render/identity", Map.of("yaml", QuotedText::of));

  /** A template. */
  TextTemplate template(String name) {
    return templates.template(name);
  }
}
