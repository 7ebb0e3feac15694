package io.tenantsmith.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.run.RenderedArtifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** A field answers with the place that moves it, and that place with its fields. */
class FieldOriginsTest {

  @TempDir private Path folder;
  private RenderedArtifacts fleet;

  @BeforeEach
  void render() throws IOException {
    fleet = RenderedArtifacts.of(SampleFleet.copyTo(folder, 1));
  }

  /** The place is told by its file and the key before it; another value there moves the field. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wordpress.yaml | Deployment wordpress | /spec/template/spec/containers/0/image"
            + " | fleet.yaml wordpress | wordpress:9",
        "wordpress.yaml | Deployment wordpress"
            + " | /spec/template/spec/containers/0/resources/limits/cpu"
            + " | tiers/pro.yaml pod_cpu | 700m",
        "wordpress.yaml | Deployment wordpress"
            + " | /spec/template/spec/containers/0/resources/requests/cpu"
            + " | tenants/acme-corp.yaml cpu_request | 800m",
        "wordpress.yaml | HorizontalPodAutoscaler wordpress | /spec/maxReplicas"
            + " | tenants/acme-corp.yaml cpu_limit | '\"1\"'",
        "wordpress.yaml | HorizontalPodAutoscaler wordpress | /spec/minReplicas"
            + " | tiers/pro.yaml min_replicas | 2",
        "wordpress.yaml | PersistentVolumeClaim wordpress-content"
            + " | /spec/resources/requests/storage"
            + " | tenants/acme-corp.yaml storage_size | 40Gi",
        "wordpress.yaml | PersistentVolumeClaim wordpress-content | /spec/storageClassName"
            + " | fleet.yaml shared | other",
        "cron.yaml | ConfigMap cron-acme-corp | /data/acme-corp.site"
            + " | tenants/acme-corp.yaml custom_domains | [a.acme.com]",
        "database.yaml | MariaDB mariadb | /spec/replicas | tiers/pro.yaml instances | 3",
        "database.yaml | MariaDB mariadb | /spec/storage/size"
            + " | tenants/acme-corp.yaml db_storage | 90",
        "backup.yaml | Schedule tenant-acme-corp | /spec/template/ttl"
            + " | tenants/acme-corp.yaml retention_days | 20",
        "route.yaml | Certificate docs-acme-com | /spec/dnsNames/0"
            + " | tenants/acme-corp.yaml custom_domains | [blog.acme.com]",
        "route.yaml | HTTPRoute https-redirect | /spec/parentRefs/0/name | fleet.yaml name | edge",
        "network.yaml | NetworkPolicy mariadb | /spec/egress/1/to/0/ipBlock/cidr"
            + " | fleet.yaml cidrs | '[10.9.0.0/28]'"
      })
  void aFieldComesFromThePlaceThatMovesIt(
      String file, String object, String pointer, String place, String other) throws IOException {
    FieldOrigin origin = origin(file, object, pointer);
    SourceRange first = origin.places().get(0).range();
    assertThat(first.file() + " " + keyBefore(first)).isEqualTo(place);
    String before = value(file, object, pointer);
    write(first, other);
    assertThat(value(file, object, pointer)).isNotEqualTo(before);
  }

  @Test
  void aSettingReachesItsFields() {
    assertThat(reached("wordpress.yaml", TenantKeys.STORAGE_SIZE))
        .containsExactly("wordpress-content /spec/resources/requests/storage");
    assertThat(reached("database.yaml", TenantKeys.DB_STORAGE))
        .containsExactly("mariadb /spec/storage/size");
    assertThat(reached("wordpress.yaml", ImageKeys.WORDPRESS_CLI))
        .containsExactlyInAnyOrder(
            "wordpress-install-e7a51ba3 /spec/template/spec/containers/0/image",
            "wordpress-install-e7a51ba3 /metadata/name"); // a digest of all of it
    assertThat(reached("backup.yaml", TenantKeys.BACKUP_RETENTION_DAYS))
        .contains("tenant-acme-corp /spec/template/ttl")
        .doesNotContain("tenant-acme-corp /spec/schedule");
    assertThat(reached("wordpress.yaml", TierKeys.WEB_MAX_REPLICAS))
        .contains("wordpress /spec/replicas", "wordpress /spec/maxReplicas");
    assertThat(reached("network.yaml", TierKeys.DATABASE_INSTANCES))
        .contains("mariadb /spec/egress/1");
  }

  @Test
  void aFieldThatIsNotThereComesFromTheConditionThatLeavesItOut() {
    FieldOrigin origin = origin("wordpress.yaml", "Deployment wordpress", "/spec/replicas");
    assertThat(origin.field().present()).isFalse();
    assertThat(origin.field().because()).containsExactly("closed", "web.autoscaled");
  }

  private List<String> reached(String file, Key<?> key) {
    Setting<?> setting = fleet.tenant("acme-corp").settings().setting(key);
    return artifact(file).origins().all().stream()
        .filter(origin -> origin.comesFrom(setting))
        .map(origin -> origin.object().name() + " " + origin.field().pointer())
        .toList();
  }

  /** Empty where the object or the field is not there. */
  private String value(String file, String object, String pointer) {
    return objects(file)
        .filter(each -> nameOf(each).equals(object))
        .map(each -> new JsonMapper().valueToTree(each.tree()).at(pointer).toString())
        .collect(Collectors.joining());
  }

  /** Another value at a place: up to its quote, its bracket or its end. */
  private void write(SourceRange place, String other) throws IOException {
    Path file = folder.resolve(place.file());
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    String line = lines.get(place.line() - 1);
    String rest = line.substring(place.column() - 1);
    String changed = rest.replaceFirst("^(\"[^\"]*\"|\\[[^]]*]|[^\\s,}]+)", other);
    lines.set(place.line() - 1, line.substring(0, place.column() - 1) + changed);
    Files.write(file, lines);
    fleet = RenderedArtifacts.of(folder);
  }

  private FieldOrigin origin(String file, String object, String pointer) {
    ObjectRef ref =
        objects(file).filter(each -> nameOf(each).equals(object)).findFirst().orElseThrow().ref();
    return artifact(file).origins().at(ref, pointer).orElseThrow();
  }

  private Artifact artifact(String file) {
    return fleet.ofTenant("acme-corp").stream()
        .filter(each -> each.path().name().equals(file))
        .findFirst()
        .orElseThrow();
  }

  private Stream<KubernetesObject> objects(String file) {
    return artifact(file).objects().stream();
  }

  private static String nameOf(KubernetesObject object) {
    return object.ref().kind() + " " + object.ref().name();
  }

  private String keyBefore(SourceRange place) throws IOException {
    String line = Files.readAllLines(folder.resolve(place.file())).get(place.line() - 1);
    return line.substring(0, place.column() - 1).replaceAll(".*?([a-z_]+): *$", "$1");
  }
}
