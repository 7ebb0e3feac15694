package io.tenantsmith.render;

import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Reads;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.template.TracedField;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a field of a rendered object is what it is.
 *
 * @param object the object that has the field
 * @param field the names of the values in it and of the conditions around it, with their place in
 *     the template
 * @param values the settings that the values are computed from
 * @param conditions the settings that the conditions are computed from
 */
public record FieldOrigin(ObjectRef object, TracedField field, Reads values, Reads conditions) {

  /**
   * The input places that decide the field, the most direct one first: the places of its values, or
   * those of its conditions where no file decides its values. That a tenant is active is no news.
   */
  public List<Origin> places() {
    List<Origin> places = values.movers();
    if (!places.isEmpty()) {
      return places;
    }
    List<Origin> states = new ArrayList<>();
    conditions.forEach(
        (key, settings) -> {
          if (key.equals(TenantKeys.STATE)) {
            settings.find(TenantKeys.STATE).ifPresent(state -> states.addAll(state.origins()));
          }
        });
    return conditions.movers().stream().filter(place -> !states.contains(place)).toList();
  }

  /** Whether the field of that path is only a part of a value, for instance of a map of amounts. */
  public boolean isOnlyPart(String pointer) {
    return !field.values().isEmpty() && pointer.length() > field.pointer().length();
  }

  /** Whether a setting contributes to it. */
  public boolean comesFrom(Setting<?> setting) {
    return values.movers().contains(setting.origin())
        || conditions.movers().contains(setting.origin());
  }
}
