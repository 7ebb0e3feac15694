package io.tenantsmith.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules find what they are for; else a green run of them would mean nothing. */
class ObjectRulesTest {

  @ParameterizedTest
  @CsvSource({
    "1000m, 1", "1500m, 1500m", "1.5, 1500m", "1024Mi, 1Gi", "1536Mi, 1536Mi", "1.5Ti, 1536Gi",
    "0.5Gi, 512Mi", "0, 0", "10, 10", "1000, 1k", "2048Gi, 2Ti", "250m, 250m"
  })
  void writesAnAmountAsKubernetesDoes(String stated, String kept) {
    assertThat(ObjectRules.canonical(stated)).isEqualTo(kept);
  }

  @Test
  void findsWhatAServerRefusesOrRewrites() {
    String yaml =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %s, labels: {tier: "not a label"}}
        spec:
          template:
            spec:
              initContainers: [{name: first, resources: {requests: {cpu: 1000m, memory: 1Gi}}}]
              containers:
                - {name: web, resources: {requests: {cpu: 1, memory: 1Gi}, limits: {cpu: 1, memory: 1Gi}}}
        """
            .formatted("x".repeat(64));

    assertThat(ObjectRules.problemsOf(YamlTrees.trees(yaml).get(0)))
        .map(problem -> problem.replaceFirst("^Deployment x+: ", ""))
        .containsExactlyInAnyOrder(
            "its name is no DNS label of at most 63 characters",
            "the label tier cannot be not a label",
            "container first states no limits of cpu",
            "container first states no limits of memory",
            "cpu 1000m would become 1");
  }
}
