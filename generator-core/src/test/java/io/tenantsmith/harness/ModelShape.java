package io.tenantsmith.harness;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * A field as the typed models of fabric8 describe it.
 *
 * @param type of the field
 * @param fields of a mapping whose keys are fixed
 */
record ModelShape(Type type, Map<String, Type> fields) implements FieldShape {

  private static final Set<Class<?>> SCALARS =
      Set.of(String.class, Boolean.class, IntOrString.class, Quantity.class, MicroTime.class);

  /** The kinds that have a model, by API version and kind. */
  static Map<String, FieldShape> kinds() {
    Map<String, FieldShape> kinds = new LinkedHashMap<>();
    ServiceLoader.load(KubernetesResource.class).stream()
        .map(ServiceLoader.Provider::type)
        .filter(HasMetadata.class::isAssignableFrom)
        .forEach(
            model ->
                kinds.put(
                    HasMetadata.getApiVersion(model) + " " + HasMetadata.getKind(model),
                    of(model)));
    return kinds;
  }

  private static FieldShape of(Type type) {
    Class<?> raw = raw(type);
    if (SCALARS.contains(raw) || Number.class.isAssignableFrom(raw) || raw.isEnum()) {
      return SCALAR;
    }
    Map<String, Type> fields = new LinkedHashMap<>();
    for (Field field : raw.getDeclaredFields()) {
      JsonProperty property = field.getAnnotation(JsonProperty.class);
      if (property != null) {
        fields.put(property.value(), field.getGenericType());
      }
    }
    return new ModelShape(type, fields);
  }

  @Override
  public Form form() {
    if (Collection.class.isAssignableFrom(raw(type))) {
      return Form.LIST;
    }
    boolean mapping = Map.class.isAssignableFrom(raw(type)) || !fields.isEmpty();
    return mapping ? Form.MAPPING : Form.ANYTHING;
  }

  @Override
  public Optional<FieldShape> field(String name) {
    Type known = fields.get(name);
    return known == null ? anyField() : Optional.of(of(known));
  }

  @Override
  public Optional<FieldShape> anyField() {
    return fields.isEmpty() ? Optional.of(argument(1)) : Optional.empty();
  }

  @Override
  public FieldShape item() {
    return argument(0);
  }

  private FieldShape argument(int index) {
    return type instanceof ParameterizedType generic
        ? of(generic.getActualTypeArguments()[index])
        : ANYTHING;
  }

  private static Class<?> raw(Type type) {
    if (type instanceof ParameterizedType generic) {
      return (Class<?>) generic.getRawType();
    }
    return type instanceof Class<?> plain ? plain : Object.class;
  }
}
