package io.tenantsmith.render;

import io.tenantsmith.model.Reads;
import io.tenantsmith.template.Rendering;
import io.tenantsmith.template.TracedField;
import io.tenantsmith.template.TracedObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which settings make which fields of a file, and the other way round. This is found out by
 * computing every value of the file's templates once more and watching what each reads.
 */
public final class FieldOrigins {

  private final List<FieldOrigin> all = new ArrayList<>();
  private final Map<ObjectRef, String> templates = new LinkedHashMap<>();
  private final Reads source;

  /**
   * The origins of a file's fields.
   *
   * @param making how the file was made; values that were computed before anything was rendered
   *     read nothing now
   */
  FieldOrigins(List<Rendering> renderings, Artifact.Making making) {
    this.source = making.source();
    for (Rendering rendering : renderings) {
      Map<String, Reads> reads = new TreeMap<>();
      List<TracedObject> objects =
          rendering
              .watched(
                  (name, value) ->
                      making
                          .log()
                          .again(
                              value,
                              read ->
                                  reads.merge(
                                      name, whole(name, read, rendering, making), Reads::plus)))
              .trace();
      for (TracedObject object : objects) {
        ObjectRef ref = KubernetesObject.of(object.tree()).ref();
        templates.put(ref, rendering.template().file().name());
        object.fields().forEach(field -> all.add(origin(ref, field, reads)));
      }
    }
  }

  /**
   * The origin of a field, or of the nearest field around it.
   *
   * @param pointer a JSON pointer, also to a field that could be there
   */
  public Optional<FieldOrigin> at(ObjectRef object, String pointer) {
    return all.stream()
        .filter(origin -> origin.object().equals(object) && origin.field().covers(pointer))
        .max(Comparator.comparingInt(origin -> origin.field().pointer().length()));
  }

  /** The origins of the fields below a place, as of the labels of a selector. */
  public List<FieldOrigin> below(ObjectRef object, String pointer) {
    String start = pointer + "/";
    return of(object).stream().filter(o -> o.field().pointer().startsWith(start)).toList();
  }

  /** The template file of an object; empty if it has none. */
  public Optional<String> template(ObjectRef object) {
    return Optional.ofNullable(templates.get(object));
  }

  /** What was read before anything was rendered: it decides whether the objects are there. */
  public Reads presence() {
    return source;
  }

  /** The origins of all fields. */
  public List<FieldOrigin> all() {
    return List.copyOf(all);
  }

  /** The origins of all fields of an object. */
  public List<FieldOrigin> of(ObjectRef object) {
    return all.stream().filter(origin -> origin.object().equals(object)).toList();
  }

  private static FieldOrigin origin(ObjectRef object, TracedField field, Map<String, Reads> reads) {
    return new FieldOrigin(
        object, field, together(field.values(), reads), together(field.because(), reads));
  }

  private static Reads whole(String name, Reads read, Rendering rendering, Artifact.Making making) {
    if (rendering.template().values().isOfForm(name)) {
      return making.form().get();
    }
    return read.isEmpty() && !name.contains("[]") ? making.source() : read;
  }

  /** A column of rows comes from what the rows come from, too. */
  private static Reads together(List<String> names, Map<String, Reads> reads) {
    List<Reads> all = new ArrayList<>();
    for (String name : names) {
      for (int end = name.indexOf("[]"); end >= 0; end = name.indexOf("[]", end + 1)) {
        all.add(reads.getOrDefault(name.substring(0, end), Reads.NONE));
      }
      all.add(reads.getOrDefault(name, Reads.NONE));
    }
    return Reads.together(all);
  }
}
