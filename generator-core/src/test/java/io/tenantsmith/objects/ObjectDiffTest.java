package io.tenantsmith.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.YamlTrees;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What differs between two versions of an object, as it would be applied. */
class ObjectDiffTest {

  private static final String WEB =
      """
      spec:
        replicas: 2
        template:
          spec:
            containers:
            - name: web
              image: a:1
              args: [x, y]
              ports:
              - containerPort: 80
            - name: cron
              image: b:1
      """;

  @Test
  void theSameObjectHasNoChange() {
    assertThat(changes("Deployment", WEB, WEB.replace("replicas: 2", "replicas: 2.0"))).isEmpty();
  }

  @Test
  void anItemIsNamedByItsMergeKey() {
    assertThat(changes("Deployment", WEB, WEB.replace("b:1", "b:2")))
        .containsExactly("spec.template.spec.containers.[name=cron].image: b:1 -> b:2");
  }

  @Test
  void itemsThatMovedAreOneChange() {
    String one = "spec:\n  ports:\n  - port: 80\n    name: a\n  - port: 81\n    name: b\n";
    String other = "spec:\n  ports:\n  - port: 81\n    name: b\n  - port: 80\n    name: a\n";
    assertThat(changes("Service", one, other))
        .containsExactly("spec.ports: [[port=80], [port=81]] -> [[port=81], [port=80]]");
  }

  @Test
  void whatIsNewOrGoneIsOneChange() {
    assertThat(changes("Deployment", WEB, WEB.replace("name: cron", "name: jobs")))
        .containsExactly(
            "spec.template.spec.containers.[name=cron]: {name=cron, image=b:1} -> null",
            "spec.template.spec.containers.[name=jobs]: null -> {name=jobs, image=b:1}");
  }

  @Test
  void itemsOfOtherListsAreKnownByTheirPosition() {
    assertThat(changes("Deployment", WEB, WEB.replace("[x, y]", "[y, x]")))
        .containsExactly(
            "spec.template.spec.containers.[name=web].args.[0]: x -> null",
            "spec.template.spec.containers.[name=web].args.[1]: null -> x");
    String rules = "spec:\n  rules:\n  - name: a\n    n: 1\n";
    assertThat(changes("HTTPRoute", rules, rules.replace("n: 1", "n: 2")))
        .containsExactly("spec.rules.[0].n: 1 -> 2");
  }

  @Test
  void anItemBeforeOthersChangesNoneOfThem() {
    String rules = "spec:\n  rules:\n  - {name: b, m: 1, n: 1}\n  - {name: c, m: 1, n: 1}\n";
    String more =
        "spec:\n  rules:\n  - {name: a, m: 9}\n  - {name: b, m: 2, n: 1}\n  - {name: c, m: 1, n: 1}\n";
    assertThat(changes("HTTPRoute", rules, more))
        .containsExactly("spec.rules.[0]: null -> {name=a, m=9}", "spec.rules.[0].m: 1 -> 2");
  }

  @Test
  void itemsOfASetAreTheirOwnNames() {
    String one = "metadata:\n  finalizers: [a, b]\n";
    assertThat(changes("Namespace", one, one.replace("[a, b]", "[b, c]")))
        .containsExactly(
            "metadata.finalizers.[=a]: a -> null", "metadata.finalizers.[=c]: null -> c");
  }

  @Test
  void itemsThatShareAKeyAreKnownByTheirPosition() {
    String twice = "spec:\n  ports:\n  - port: 80\n    n: 1\n  - port: 80\n    n: 2\n";
    assertThat(changes("Service", twice, twice.replace("n: 2", "n: 3")))
        .containsExactly("spec.ports.[1].n: 2 -> 3");
  }

  private static List<String> changes(String kind, String before, String after) {
    return ObjectDiff.between(
            kind, YamlTrees.documents(before).get(0), YamlTrees.documents(after).get(0))
        .stream()
        .map(change -> change.display() + ": " + change.before() + " -> " + change.after())
        .toList();
  }
}
