package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.render.kit.Mounts;
import io.tenantsmith.render.kit.Volumes;
import java.util.List;

/** The PostgreSQL of Authentik. */
final class AuthentikDatabaseFile implements PlatformFile {

  /** Name of its Service, its Secret and its claim. */
  static final String NAME = "authentik-postgresql";

  /** Its port. */
  static final int PORT = 5432;

  /** Name of the database and of its user. */
  static final String DATABASE = "authentik";

  private static final long USER = 999;
  private static final String DATA = "/var/lib/postgresql/data";
  private static final String SECRET = "/run/secrets/postgresql";

  @Override
  public String path() {
    return "admin-apps/authentik/database.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    return List.of(
        Claims.of(platform, NAME, "20Gi"),
        statefulSet(platform),
        Services.tcp(platform, NAME, Services.port("postgresql", PORT), Part.POSTGRESQL));
  }

  private static StatefulSet statefulSet(Platform platform) {
    StatefulSetSpec spec = new StatefulSetSpec();
    spec.setReplicas(1);
    spec.setRevisionHistoryLimit(Deployments.REVISIONS);
    spec.setSelector(Part.POSTGRESQL.selector());
    spec.setServiceName(NAME);
    spec.setTemplate(Pods.template(Part.POSTGRESQL, pod(platform)));
    StatefulSet set = new StatefulSet();
    set.setMetadata(platform.metadata(NAME, Part.POSTGRESQL));
    set.setSpec(spec);
    return set;
  }

  private static PodSpec pod(Platform platform) {
    PodSpec pod = Pods.of(platform, AuthentikAccessFile.DATABASE, USER);
    pod.setContainers(List.of(container(platform)));
    pod.setTerminationGracePeriodSeconds(120L);
    pod.setVolumes(
        List.of(
            Volumes.claim("data", NAME),
            Volumes.scratch("run", Bytes.ofMebi(16)),
            Volumes.scratch("tmp", Bytes.ofMebi(256)),
            Volumes.secret("password", NAME, "password")));
    return pod;
  }

  private static Container container(Platform platform) {
    Container container = Containers.of("postgresql", platform.image(ImageKeys.POSTGRESQL), true);
    container.setEnv(
        new Env()
            .set("POSTGRES_DB", DATABASE)
            .set("POSTGRES_USER", DATABASE)
            .set("POSTGRES_PASSWORD_FILE", SECRET + "/password")
            .set("PGDATA", DATA + "/pgdata")
            .list());
    Probe liveness = Probes.every(20, 6, 5, ready());
    liveness.setInitialDelaySeconds(60);
    container.setLivenessProbe(liveness);
    container.setReadinessProbe(Probes.every(10, 3, 5, ready()));
    container.setPorts(List.of(Containers.port("postgresql", PORT)));
    container.setResources(
        Containers.size(Containers.quantities("500m", "1Gi"), Containers.quantities("2", "2Gi")));
    container.setVolumeMounts(
        List.of(
            Mounts.at(DATA, "data"),
            Mounts.at("/var/run/postgresql", "run"),
            Mounts.at("/tmp", "tmp"),
            Mounts.readOnly(SECRET, "password")));
    return container;
  }

  private static Probe ready() {
    return Probes.exec("pg_isready", "--username=" + DATABASE, "--dbname=" + DATABASE);
  }
}
