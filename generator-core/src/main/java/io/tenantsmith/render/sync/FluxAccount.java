package io.tenantsmith.render.sync;

import io.tenantsmith.render.KindInUse;
import io.tenantsmith.template.NamedValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The account in whose name Flux applies some folders: its rights say which kinds it may write, and
 * an admission policy says where, since rights for namespaces that are not there yet can only be
 * rights for all.
 *
 * @param kinds what it may write, and where
 */
record FluxAccount(List<KindInUse> kinds) {

  private static final String SECRET = "Secret";
  private static final NamedValues<Rule> RULE =
      NamedValues.<Rule>builder()
          .value("group", Rule::group)
          .value("resources", Rule::resources)
          .build();

  FluxAccount {
    kinds = List.copyOf(kinds);
  }

  /** The names for an account of that name. */
  static <S> NamedValues<S> values(String name, Function<S, FluxAccount> account) {
    return NamedValues.<S>builder()
        .rows(name + ".rules", account.andThen(FluxAccount::rules), RULE)
        .value(name + ".places", account.andThen(FluxAccount::places))
        .build();
  }

  /**
   * The kinds as rules of a role for all namespaces, one for each group. Secrets are not among
   * them: a role of their namespace gives the right to write those that are rendered.
   */
  private List<Rule> rules() {
    SortedMap<String, SortedSet<String>> groups = new TreeMap<>();
    for (KindInUse kind : kinds) {
      if (!kind.kind().equals(SECRET)) {
        groups.computeIfAbsent(kind.group(), group -> new TreeSet<>()).add(kind.resource());
      }
    }
    List<Rule> rules = new ArrayList<>();
    groups.forEach((group, resources) -> rules.add(new Rule(group, List.copyOf(resources))));
    return rules;
  }

  /** Whether an object is of a kind that may be written in its place, in CEL. */
  private String places() {
    SortedMap<String, SortedSet<String>> places = new TreeMap<>();
    for (KindInUse kind : kinds) {
      String place = kind.isClusterScoped() ? kind.name() : kind.namespace();
      places
          .computeIfAbsent(place, each -> new TreeSet<>())
          .add("'" + kind.group() + "/" + kind.resource() + "'");
    }
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, SortedSet<String>> place : places.entrySet()) {
      String allowed = "variables.kind in [" + String.join(", ", place.getValue()) + "]";
      parts.add("(" + isIn(place.getKey()) + " && " + allowed + ")");
    }
    return String.join(" ||\n", parts) + "\n";
  }

  private static String isIn(String place) {
    return place.endsWith("*")
        ? "variables.place.startsWith('" + place.substring(0, place.length() - 1) + "')"
        : "variables.place == '" + place + "'";
  }

  /** A rule of a role. */
  private record Rule(String group, List<String> resources) {}
}
