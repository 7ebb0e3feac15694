package io.tenantsmith.render;

import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Reads;
import io.tenantsmith.model.Setting;
import io.tenantsmith.template.TracedField;
import java.util.List;

/**
 * Why a field of a rendered object is what it is.
 *
 * @param object that has it
 * @param field the names of the values in it and of the conditions around it, with their place in
 *     the template
 * @param values the settings that the values are computed from
 * @param conditions the settings that the conditions are computed from
 */
public record FieldOrigin(ObjectRef object, TracedField field, Reads values, Reads conditions) {

  /**
   * The input places that decide about it, most specific first: those of its values, or, where it
   * has none that a file decides about, of its conditions.
   */
  public List<Origin> causes() {
    List<Origin> causes = values.causes();
    return causes.isEmpty() ? conditions.causes() : causes;
  }

  /** Whether a setting has a say in it. */
  public boolean comesFrom(Setting<?> setting) {
    return values.causes().contains(setting.origin())
        || conditions.causes().contains(setting.origin());
  }
}
