package io.tenantsmith.render.sync;

import io.tenantsmith.render.KindInUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What Applications of a project may write: exactly what is rendered, where it is rendered.
 *
 * @param kinds sorted
 */
record ArgoCdProject(String description, List<KindInUse> kinds) {

  ArgoCdProject {
    kinds = List.copyOf(kinds);
  }

  /** The project of some kinds, in any order. */
  static ArgoCdProject of(String description, Collection<KindInUse> kinds) {
    return new ArgoCdProject(description, List.copyOf(new TreeSet<>(kinds)));
  }

  /** The spec. */
  Map<String, Object> spec(SyncSource source) {
    Map<String, Object> spec = new LinkedHashMap<>();
    List<Map<String, Object>> shared = clusterScoped();
    if (!shared.isEmpty()) {
      spec.put("clusterResourceWhitelist", shared);
    }
    spec.put("description", description);
    spec.put("destinations", destinations());
    spec.put("namespaceResourceWhitelist", namespaced());
    spec.put("sourceRepos", List.of(source.url()));
    return spec;
  }

  private List<Map<String, Object>> clusterScoped() {
    List<Map<String, Object>> list = new ArrayList<>();
    for (KindInUse kind : kinds) {
      if (kind.isClusterScoped()) {
        list.add(entry(kind));
      }
    }
    return list;
  }

  /** An empty list allows nothing; a missing one would allow everything. */
  private List<Map<String, Object>> namespaced() {
    SortedSet<KindInUse> distinct = new TreeSet<>();
    for (KindInUse kind : kinds) {
      if (!kind.isClusterScoped()) {
        distinct.add(new KindInUse(kind.group(), kind.kind(), "", ""));
      }
    }
    return distinct.stream().map(ArgoCdProject::entry).toList();
  }

  private List<Map<String, Object>> destinations() {
    SortedSet<String> namespaces = new TreeSet<>();
    for (KindInUse kind : kinds) {
      namespaces.add(kind.isClusterScoped() ? kind.name() : kind.namespace());
    }
    namespaces.remove("");
    List<Map<String, Object>> list = new ArrayList<>();
    for (String namespace : namespaces) {
      list.add(Map.of("namespace", namespace, "server", ArgoCd.THIS_CLUSTER));
    }
    return list;
  }

  private static Map<String, Object> entry(KindInUse kind) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("kind", kind.kind());
    if (!kind.name().isEmpty()) {
      entry.put("name", kind.name());
    }
    entry.put("group", kind.group());
    return entry;
  }
}
