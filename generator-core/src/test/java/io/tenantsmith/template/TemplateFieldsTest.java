package io.tenantsmith.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.Contracts;
import io.tenantsmith.harness.KubernetesContract;
import io.tenantsmith.harness.TemplateFields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The check of field names finds what is wrong in any branch, and nothing else. */
class TemplateFieldsTest {

  private static final NamedValues<String> ITEMS =
      NamedValues.<String>builder().value("name", name -> name).build();

  private static final NamedValues<String> VALUES =
      NamedValues.<String>builder()
          .value("name", name -> name)
          .value("labels", name -> Map.of())
          .condition("sso", name -> true)
          .constant("kit.wrong", Map.of("runAsUsr", 1))
          .rows("items", name -> List.of(name), ITEMS)
          .build();

  private static final String WRONG =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: ${name}
        labels: {$eval: labels}
        annotations:
          "${name}": free
          any: thing
        lables: {}
      spec:
        replicas: {$if: sso, then: 1, else: {a: 1}}
        template:
          spec:
            securityContext: {$eval: kit.wrong}
            containers:
              $flatten:
                - name: a
                  resources: {limits: {cpu: 1, memory: 1Gi}}
                - $map: {$eval: items}
                  each(i):
                    name: ${i.name}
                    imag: b
                - $if: sso
                  then:
                    - $merge: [{nam: c}, {ports: [{containerPort: 1, prt: 2}]}]
            volumes: ${name}
            "${name}": x
      """;

  private static final List<String> PROBLEMS =
      List.of(
          "t:9:3: Deployment: there is no field .metadata.lables",
          "t:11:39: Deployment: .spec.replicas takes no mapping",
          "t:14:24: Deployment: there is no field .spec.template.spec.securityContext.runAsUsr",
          "t:22:15: Deployment: there is no field .spec.template.spec.containers[].imag",
          "t:25:27: Deployment: there is no field .spec.template.spec.containers[].nam",
          "t:25:64: Deployment: there is no field .spec.template.spec.containers[].ports[].prt",
          "t:26:16: Deployment: .spec.template.spec.volumes takes no scalar",
          "t:27:7: Deployment: there is no field .spec.template.spec.${...}");

  @Test
  void modelsShowUnknownFields() {
    assertThat(TemplateFields.byModels().problems(compiled(WRONG)))
        .containsExactlyElementsOf(PROBLEMS);
  }

  @Test
  void contractShowsUnknownFields() {
    KubernetesContract contract = new KubernetesContract(Contracts.path("contracts"));
    TemplateFields fields = TemplateFields.byContract(contract);
    assertThat(fields.problems(compiled(WRONG))).containsExactlyElementsOf(PROBLEMS);
    String custom =
        """
        $map: {$eval: items}
        each(i):
          apiVersion: k8s.mariadb.com/v1alpha1
          kind: Grant
          metadata: {name: "${i.name}"}
          spec: {usrname: a}
        ---
        apiVersion: v1
        kind: Thing
        ---
        kind: ${name}
        """;
    assertThat(fields.problems(compiled(custom)))
        .containsExactly(
            "t:6:10: Grant: there is no field .spec.usrname",
            "t:8:1: v1 Thing is no kind of this contract",
            "t:11:1: an object without a constant apiVersion and kind");
    assertThat(TemplateFields.byModels().problems(compiled(custom))).hasSize(1);
  }

  private static ObjectTemplate<String> compiled(String text) {
    return ObjectTemplate.of(new TemplateFile("t", text), VALUES);
  }
}
