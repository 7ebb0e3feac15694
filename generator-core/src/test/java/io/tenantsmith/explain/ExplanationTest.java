package io.tenantsmith.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.CommandResult.FleetSize;
import io.tenantsmith.engine.ExplainResult;
import io.tenantsmith.engine.Front;
import io.tenantsmith.harness.CompiledTemplates;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.KeyTable;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.run.RenderedArtifacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers about a tenant of the sample, and the words of formulas. */
class ExplanationTest {

  private static final FleetSize SIZE = new FleetSize(1, 1, 1);

  @TempDir private Path folder;

  @Test
  void everyValueThatFollowsFromOthersHasWords() {
    assertThat(KeyTable.keys())
        .filteredOn(Key::isDerived)
        .hasSizeGreaterThan(30)
        .allSatisfy(key -> assertThat(KeyFormulas.has(key)).as(key.path()).isTrue());
  }

  @Test
  void wordsAreOfValuesThatTemplatesHave() {
    Set<String> used = new TreeSet<>();
    CompiledTemplates.ofRooms().templates().keySet().forEach(t -> used.addAll(t.usedValues()));
    assertThat(used).containsAll(FieldFormulas.names());
  }

  /** What somebody asks of a computed field is answered with its numbers. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ResourceQuota/tenant-quota | spec.hard.requests.cpu | rounded up to whole cores",
        "ResourceQuota/tenant-quota | spec.hard.limits.memory | rounded up to whole Gi",
        "ResourceQuota/tenant-quota | spec.hard.pods | and a quarter to spare",
        "LimitRange/tenant-limits | spec.limits[0].max.memory | the largest container",
        "HorizontalPodAutoscaler/wordpress | spec.maxReplicas"
            + " | web.pods.max 2: the smallest of resources.cpu_limit 2 / web.pod_cpu 1 = 2",
        "HorizontalPodAutoscaler/wordpress | spec.minReplicas"
            + " | web.pods.min 1: the smaller of web.min_replicas 1 and web.pods.max 2",
        "Deployment/wordpress"
            + " | spec.template.spec.containers[wordpress].resources.requests.cpu"
            + " | resources.cpu_request 1 / web.pods.max 2",
        "Schedule/velero/tenant-acme-corp | spec.schedule | and 90 minutes",
        "Schedule/velero/tenant-acme-corp | spec.template.ttl | times 24 hours",
        "MariaDB/mariadb | spec.myCnf | 11/16 of resources.db_ram"
      })
  void aComputedFieldTellsItsFormula(String object, String field, String words) throws IOException {
    ExplainResult.Field answer =
        explanation("acme-corp").field(object, field).value().orElseThrow().asked().orElseThrow();
    assertThat(String.join("; ", answer.formula())).contains(words);
  }

  /** Of a database with several instances the operator makes more, of a single one it would. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acme-corp | spec.hard.services | true",
        "acme-corp | spec.hard.secrets | true",
        "acme-corp | spec.hard.configmaps | false",
        "tenant1 | spec.hard.services | true",
        "tenant1 | spec.hard.secrets | true",
      })
  void whatTheOperatorMakesCounts(String tenant, String field, boolean named) throws IOException {
    ExplainResult.Field answer =
        explanation(tenant)
            .field("ResourceQuota/tenant-quota", field)
            .value()
            .orElseThrow()
            .asked()
            .orElseThrow();
    assertThat(answer.movers())
        .extracting(mover -> mover.value().key())
        .matches(keys -> keys.contains("database.instances") == named, field + " of " + tenant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec.template.spec.containers[wordpress].image",
        "spec.template.spec.containers[name=wordpress].image",
        "spec.template.spec.containers[0].image",
        "/spec/template/spec/containers/0/image",
      })
  void aFieldHasManyNames(String path) throws IOException {
    ExplainResult.Field answer =
        explanation("acme-corp")
            .field("Deployment/wordpress", path)
            .value()
            .orElseThrow()
            .asked()
            .orElseThrow();
    assertThat(answer.path()).isEqualTo("spec.template.spec.containers[wordpress].image");
    assertThat(answer.movers().get(0).value().key()).isEqualTo("images.wordpress");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"spec..template", ".spec", "spec.", "a]b", "spec[", "spec[]", "''"})
  void whatIsNoPathIsSaidToBeNone(String path) throws IOException {
    List<Diagnostic> diagnostics =
        explanation("acme-corp").field("Deployment/wordpress", path).diagnostics();
    assertThat(diagnostics).extracting(Diagnostic::code).containsExactly(Code.EXP974);
  }

  @Test
  void keysWithDotsNeedNoQuotes() throws IOException {
    Explanation explanation = explanation("acme-corp");
    for (String path :
        List.of(
            "metadata.labels.tenantsmith.io/tier", "metadata.labels[\"tenantsmith.io/tier\"]")) {
      ExplainResult.Field answer =
          explanation
              .field("Deployment/wordpress", path)
              .value()
              .orElseThrow()
              .asked()
              .orElseThrow();
      assertThat(answer.value()).contains("pro");
      assertThat(answer.movers().get(0).value().key()).isEqualTo("tier");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mariadb-init | write its kind before it: there is ConfigMap/mariadb-init",
        "StatefulSet/mariadb-init | write its kind before it: there is ConfigMap/mariadb-init",
        "Deploymnt/wordpress | did you mean \"Deployment/wordpress\"?",
      })
  void whoeverLeavesTheKindOutIsToldIt(String name, String hint) throws IOException {
    assertThat(explanation("acme-corp").field(name, "spec").diagnostics())
        .extracting(diagnostic -> diagnostic.hint().orElse(""))
        .containsExactly(hint);
  }

  @Test
  void aNameOfSeveralObjectsNeedsMore() {
    List<Artifact> files =
        List.of(
            new Artifact(RelativePath.of("a.yaml"), "", List.of(settings("tenant-a"))),
            new Artifact(RelativePath.of("b.yaml"), "", List.of(settings("tenant-b"))));
    KnownObjects objects = new KnownObjects(files, "");
    SourceRange option = SourceRange.ofFile("--object");
    assertThat(objects.named("ConfigMap/settings", option).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Code.EXP975);
    assertThat(objects.named("ConfigMap/tenant-b/settings", option).value()).isPresent();
  }

  @Test
  void aSecretsDataIsNotShown() throws IOException {
    Artifact file =
        new Artifact(RelativePath.of("a.yaml"), "", List.of(object("Secret", "tenant-a")));
    ExplainedPart part =
        new ExplainedPart(
            new ExplainResult.Subject("tenant", "a", SourceRange.ofFile("tenants/a.yaml")),
            tenant("acme-corp").settings(),
            "tenant-a",
            new ExplainedPart.Files(List.of(file), List.of()),
            ExplainedPart.Patching.NONE);
    ExplainResult.Field answer =
        new Explanation(SIZE, part, Front.LAUNCHER)
            .field("Secret/settings", "data.key")
            .value()
            .orElseThrow()
            .asked()
            .orElseThrow();
    assertThat(answer.value()).contains("(sensitive)");
  }

  @Test
  void credentialsInAnAddressAreStars() {
    assertThat(ValueWords.of(List.of("https://me:secret@git.example.com/x")))
        .doesNotContain("secret")
        .contains("git.example.com");
  }

  private static KubernetesObject settings(String namespace) {
    return object("ConfigMap", namespace);
  }

  private static KubernetesObject object(String kind, String namespace) {
    return KubernetesObject.of(
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            kind,
            "metadata",
            Map.of("name", "settings", "namespace", namespace),
            "data",
            Map.of("key", "c2VjcmV0")));
  }

  private ResolvedTenant tenant(String id) throws IOException {
    return RenderedArtifacts.of(SampleFleet.copyTo(folder, 1)).tenant(id);
  }

  private Explanation explanation(String id) throws IOException {
    RenderedArtifacts fleet = RenderedArtifacts.of(SampleFleet.copyTo(folder, 1));
    ResolvedTenant tenant = fleet.tenant(id);
    return new Explanation(
        SIZE,
        new ExplainedPart(
            new ExplainResult.Subject("tenant", id, SourceRange.ofFile(tenant.file())),
            tenant.settings(),
            tenant.namespace(),
            new ExplainedPart.Files(fleet.ofTenant(id), List.of()),
            ExplainedPart.Patching.NONE),
        Front.LAUNCHER);
  }
}
