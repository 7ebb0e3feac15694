package io.tenantsmith.explain;

import io.tenantsmith.engine.ExplainResult.End;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.KeyTable;
import io.tenantsmith.model.Reads;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.FieldOrigin;
import io.tenantsmith.render.FieldOrigins;
import io.tenantsmith.render.KubernetesObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The fields in which a value ends: those that read it, or read what follows from it. */
final class Reach {

  private static final String WHOLE = "the whole object";

  private final ExplainedPart part;
  private final Set<Key<?>> keys;

  /** The reach of one of these keys in a part. */
  Reach(ExplainedPart part, Key<?> key) {
    this.part = part;
    this.keys = following(key, part.settings());
  }

  /** A key and all that follows from it. */
  private static Set<Key<?>> following(Key<?> key, Settings settings) {
    Set<Key<?>> following = new HashSet<>(Set.of(key));
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Key<?> each : KeyTable.keys()) {
        List<Key<?>> from = settings.find(each).map(Setting::from).orElse(List.of());
        if (from.stream().anyMatch(following::contains)) {
          grows |= following.add(each);
        }
      }
    }
    return following;
  }

  /** The objects with the fields, in the order of the files. */
  List<End> ends() {
    List<End> ends = new ArrayList<>();
    for (List<Artifact> files : List.of(part.files().own(), part.files().beyond())) {
      KnownObjects names = new KnownObjects(files, part.namespace());
      for (Artifact file : files) {
        if (isRead(file.reads())) {
          add(file, names, ends);
        }
      }
    }
    return ends;
  }

  private void add(Artifact file, KnownObjects names, List<End> ends) {
    FieldOrigins origins = file.origins();
    for (KubernetesObject object : file.objects()) {
      Set<String> pointers = new LinkedHashSet<>();
      for (FieldOrigin origin : origins.of(object.ref())) {
        String pointer = origin.field().pointer();
        boolean below = pointers.stream().anyMatch(around -> isBelow(pointer, around));
        if (isRead(origin.values()) || (!below && isRead(origin.conditions()))) {
          pointers.add(pointer);
        }
      }
      List<String> fields = fields(pointers, object);
      if (!fields.isEmpty()) {
        ends.add(new End(names.name(object.ref()), file.path().value(), fields));
      }
    }
  }

  /** An item of a list stands for all that is in it. */
  private static List<String> fields(Set<String> pointers, KubernetesObject object) {
    return pointers.stream()
        .filter(
            pointer ->
                pointers.stream()
                    .noneMatch(item -> item.matches(".*/[0-9]+") && isBelow(pointer, item)))
        .map(pointer -> FieldPath.at(pointer, object.ref().kind(), object.tree()).display())
        .map(field -> field.isEmpty() ? WHOLE : field)
        .toList();
  }

  private static boolean isBelow(String pointer, String around) {
    return pointer.startsWith(around + "/");
  }

  /** Of several tenants that a shared file shows, only this one's settings count. */
  private boolean isRead(Reads reads) {
    boolean[] read = new boolean[1];
    reads.forEach((key, settings) -> read[0] |= keys.contains(key) && isOfPart(settings));
    return read[0];
  }

  private boolean isOfPart(Settings settings) {
    return settings.value(TenantKeys.ID).equals(part.settings().value(TenantKeys.ID))
        || settings.value(TenantKeys.ID).isEmpty();
  }
}
