package io.tenantsmith.render.kit;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.render.KubernetesObject;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads trees as typed objects and reports every field that the type does not have. Reading the
 * first object of a type is slow, so callers with many objects keep one instance. For one thread.
 */
public final class StrictFields {

  private static final Map<String, Class<? extends HasMetadata>> TYPES =
      Map.of(
          "v1 ConfigMap", ConfigMap.class,
          "v1 PersistentVolumeClaim", PersistentVolumeClaim.class,
          "v1 Service", Service.class,
          "apps/v1 Deployment", Deployment.class,
          "autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
          "batch/v1 CronJob", CronJob.class,
          "batch/v1 Job", Job.class,
          "gateway.networking.k8s.io/v1 HTTPRoute", HTTPRoute.class,
          "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class);

  private final Unknown unknown = new Unknown();
  private @Nullable JsonMapper mapper;

  /** The problems of an object's fields; none for a kind without a type. */
  public List<String> problems(KubernetesObject object) {
    Class<?> type = TYPES.get(object.ref().apiVersion() + " " + object.ref().kind());
    if (type == null) {
      return List.of();
    }
    List<String> problems = new ArrayList<>();
    unknown.found = problems;
    try {
      mapper().convertValue(object.tree(), type);
    } catch (DatabindException e) {
      problems.add("a value of the wrong type at " + Quoted.quote(place(e)));
    }
    return problems;
  }

  private JsonMapper mapper() {
    JsonMapper known = mapper;
    if (known == null) {
      known = mapper(unknown);
      mapper = known;
    }
    return known;
  }

  private static String place(DatabindException e) {
    StringBuilder place = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() == null) {
        place.append('[').append(step.getIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return place.toString();
  }

  private static JsonMapper mapper(Unknown unknown) {
    return JsonMapper.builder()
        .annotationIntrospector(new NoAnySetter())
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .addHandler(unknown)
        .withCoercionConfig(
            LogicalType.Textual,
            config ->
                List.of(
                        CoercionInputShape.Integer,
                        CoercionInputShape.Float,
                        CoercionInputShape.Boolean)
                    .forEach(shape -> config.setCoercion(shape, CoercionAction.Fail)))
        .build();
  }

  /** Switches off that the types take any field. */
  private static final class NoAnySetter extends JacksonAnnotationIntrospector {
    @Serial private static final long serialVersionUID = 1;

    @Override
    public Boolean hasAnySetter(MapperConfig<?> config, Annotated a) {
      return false;
    }
  }

  /** Notes fields that a type does not have. */
  private static final class Unknown extends DeserializationProblemHandler {
    private List<String> found = new ArrayList<>();

    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        @Nullable ValueDeserializer<?> deserializer,
        Object bean,
        String name) {
      String path = parser.streamReadContext().pathAsPointer().toString();
      found.add("there is no field " + Quoted.quote(path));
      parser.skipChildren();
      return true;
    }
  }
}
