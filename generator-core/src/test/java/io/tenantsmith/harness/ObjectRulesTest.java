package io.tenantsmith.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

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
            "the label tier can not be not a label",
            "container first states no limits of cpu",
            "container first states no limits of memory",
            "cpu 1000m would become 1");
  }

  @Test
  void addsUpTheSurgeTheAutoscalerAndTheDatabase() {
    List<JsonNode> objects =
        YamlTrees.trees(
            """
            kind: ResourceQuota
            metadata: {name: tenant-quota}
            spec: {hard: {pods: "6", limits.cpu: "12", requests.storage: 30Gi}}
            ---
            kind: Deployment
            metadata: {name: web}
            spec: {template: {spec: {containers: [{resources: {limits: {cpu: 2500m}}}]}}}
            ---
            kind: HorizontalPodAutoscaler
            spec: {maxReplicas: 3, scaleTargetRef: {name: web}}
            ---
            kind: MariaDB
            metadata: {name: db}
            spec: {replicas: 3, storage: {size: 10Gi}, resources: {limits: {cpu: "1"}}}
            """);

    assertThat(QuotaRules.problemsOf(objects))
        .containsExactly(
            "limits.cpu: 13.000 is needed, \"12\" allowed", "pods: 7 is needed, \"6\" allowed");
  }
}
