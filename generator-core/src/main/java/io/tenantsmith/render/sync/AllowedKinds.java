package io.tenantsmith.render.sync;

import io.tenantsmith.render.KindInUse;
import io.tenantsmith.template.NamedValues;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What Applications of a project may write: what can be rendered, where it can be rendered.
 *
 * @param kinds sorted
 */
record AllowedKinds(List<KindInUse> kinds) {

  private static final NamedValues<KindInUse> KIND =
      NamedValues.<KindInUse>builder()
          .value("group", KindInUse::group)
          .value("kind", KindInUse::kind)
          .build();
  private static final NamedValues<KindInUse> CLUSTER_KIND =
      NamedValues.<KindInUse>builder()
          .including(KIND)
          .condition("isOneObject", kind -> !kind.name().isEmpty())
          .value("name", KindInUse::name)
          .build();
  private static final NamedValues<String> NAMESPACE =
      NamedValues.<String>builder().value("name", name -> name).build();

  AllowedKinds {
    kinds = List.copyOf(kinds);
  }

  /** The names for a project of that name. */
  static <S> NamedValues<S> values(String project, Function<S, AllowedKinds> allowed) {
    Function<S, List<KindInUse>> clusterKinds = allowed.andThen(AllowedKinds::clusterScoped);
    return NamedValues.<S>builder()
        .condition(project + ".hasClusterKinds", source -> !clusterKinds.apply(source).isEmpty())
        .rows(project + ".clusterKinds", clusterKinds, CLUSTER_KIND)
        .rows(project + ".kinds", allowed.andThen(AllowedKinds::namespaced), KIND)
        .rows(project + ".namespaces", allowed.andThen(AllowedKinds::namespaces), NAMESPACE)
        .build();
  }

  private List<KindInUse> clusterScoped() {
    return kinds.stream().filter(KindInUse::isClusterScoped).toList();
  }

  private List<KindInUse> namespaced() {
    SortedSet<KindInUse> distinct = new TreeSet<>();
    for (KindInUse kind : kinds) {
      if (!kind.isClusterScoped()) {
        distinct.add(new KindInUse(kind.group(), kind.kind(), "", ""));
      }
    }
    return List.copyOf(distinct);
  }

  private List<String> namespaces() {
    SortedSet<String> namespaces = new TreeSet<>();
    for (KindInUse kind : kinds) {
      namespaces.add(kind.isClusterScoped() ? kind.name() : kind.namespace());
    }
    namespaces.remove("");
    return List.copyOf(namespaces);
  }
}
