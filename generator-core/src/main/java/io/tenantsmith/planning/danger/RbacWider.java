package io.tenantsmith.planning.danger;

import io.tenantsmith.objects.Node;
import io.tenantsmith.objects.Trees;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** An account or group that was there may do more. */
final class RbacWider implements DangerRule {

  @Override
  public void find(Comparison comparison, Consumer<Danger> report) {
    for (Pair role : comparison.pairs("Role", "ClusterRole")) {
      if (role.isChanged()) {
        rules(role, comparison, report);
      }
    }
    for (Pair binding : comparison.pairs("RoleBinding", "ClusterRoleBinding")) {
      if (!binding.isRemoved() && binding.differs()) {
        subjects(binding, comparison, report);
      }
    }
  }

  private static void rules(Pair role, Comparison comparison, Consumer<Danger> report) {
    Set<String> before = rights(role.before());
    Set<Right> wider = new LinkedHashSet<>();
    for (Right right : all(role.after())) {
      boolean held = before.stream().anyMatch(right.names()::contains);
      if (!held && !isAdded(right.object(), comparison)) {
        wider.add(right);
      }
    }
    if (!wider.isEmpty()) {
      List<String> words = wider.stream().map(Right::words).distinct().toList();
      report.accept(
          role.danger(
              DangerKind.RBAC_WIDER,
              role.after().get("rules"),
              "who has this role may now " + Cuts.text(words)));
    }
  }

  /**
   * One right.
   *
   * @param object the one object that it is about; empty if it is about all
   * @param names what grants it, among what a role may state
   */
  private record Right(String words, String object, Set<String> names) {}

  /** A right to an object that is new itself opens nothing that was there. */
  private static boolean isAdded(String object, Comparison comparison) {
    return comparison.pairs().stream()
        .anyMatch(pair -> pair.isAdded() && pair.name().name().equals(object));
  }

  private static Set<String> rights(Node role) {
    Set<String> rights = new LinkedHashSet<>();
    each(role, (verb, group, resource, name) -> rights.add(key(verb, group, resource, name)));
    return rights;
  }

  private static List<Right> all(Node role) {
    List<Right> rights = new ArrayList<>();
    each(
        role,
        (verb, group, resource, name) -> {
          Set<String> names = new LinkedHashSet<>();
          for (String v : List.of(verb, "*")) {
            for (String g : List.of(group, "*")) {
              for (String r : List.of(resource, "*")) {
                names.add(key(v, g, r, name));
                names.add(key(v, g, r, ""));
              }
            }
          }
          rights.add(new Right(words(verb, group, resource, name), name, names));
        });
    return rights;
  }

  private static String words(String verb, String group, String resource, String name) {
    String what = group.isEmpty() || group.startsWith("/") ? resource : resource + "." + group;
    return verb + " " + what + (name.isEmpty() ? "" : "/" + name);
  }

  private static String key(String verb, String group, String resource, String name) {
    return verb + "\n" + group + "\n" + resource + "\n" + name;
  }

  /** Visits rights. */
  private interface RightVisitor {
    void visit(String verb, String group, String resource, String name);
  }

  private static void each(Node role, RightVisitor visitor) {
    for (Node rule : role.get("rules").items()) {
      for (Node verb : rule.get("verbs").items()) {
        for (Node url : rule.get("nonResourceURLs").items()) {
          visitor.visit(verb.text(), "/", url.text(), "");
        }
        ofResources(rule, verb.text(), visitor);
      }
    }
  }

  private static void ofResources(Node rule, String verb, RightVisitor visitor) {
    for (Node group : rule.get("apiGroups").items()) {
      for (Node resource : rule.get("resources").items()) {
        named(rule, name -> visitor.visit(verb, group.text(), resource.text(), name));
      }
    }
  }

  private static void named(Node rule, Consumer<String> visitor) {
    List<Node> names = rule.get("resourceNames").items();
    if (names.isEmpty()) {
      visitor.accept("");
    }
    names.forEach(name -> visitor.accept(name.text()));
  }

  private static void subjects(Pair binding, Comparison comparison, Consumer<Danger> report) {
    List<Node> before = binding.before().get("subjects").items();
    for (Node subject : binding.after().get("subjects").items()) {
      boolean known = before.stream().anyMatch(old -> Trees.same(old.value(), subject.value()));
      if (!known && !isNew(subject, comparison)) {
        report.accept(
            binding.danger(
                DangerKind.RBAC_WIDER,
                subject,
                subject.get("kind").text()
                    + " "
                    + subject.get("name").text()
                    + " gets "
                    + binding.after().at("roleRef", "kind").text()
                    + "/"
                    + binding.after().at("roleRef", "name").text()));
      }
    }
  }

  /** An account that comes with its first rights had none that could become more. */
  private static boolean isNew(Node subject, Comparison comparison) {
    return comparison.pairs("ServiceAccount").stream()
        .anyMatch(
            account ->
                account.isAdded()
                    && subject.get("kind").is("ServiceAccount")
                    && subject.get("name").is(account.name().name())
                    && subject.get("namespace").is(account.name().namespace()));
  }
}
