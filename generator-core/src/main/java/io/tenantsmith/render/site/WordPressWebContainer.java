package io.tenantsmith.render.site;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPHeader;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecretEnvSource;
import io.fabric8.kubernetes.api.model.SleepAction;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.WebPlan;
import io.tenantsmith.render.Demand;
import io.tenantsmith.render.kit.ContainerSize;
import io.tenantsmith.render.kit.Mounts;
import io.tenantsmith.render.kit.Variable;
import io.tenantsmith.render.kit.Volumes;
import io.tenantsmith.render.kit.WebPort;
import java.util.ArrayList;
import java.util.List;

/** The one container of a web pod. */
final class WordPressWebContainer {

  static final String NAME = "wordpress";

  /** A static file: an outage of the database must not restart the pods. */
  private static final String ALIVE = "/wp-includes/images/blank.gif";

  /** Longer than the gateway needs to learn that the pod stops. */
  private static final long DRAIN_SECONDS = 15;

  private static final String OIDC_FOLDER = WordPressParts.SECRETS + "wordpress-oidc";

  private WordPressWebContainer() {}

  static ContainerSize size(WebPlan plan) {
    return new ContainerSize(
        new Demand.Size(plan.cpuRequest(), plan.memoryRequest()),
        new Demand.Size(plan.cpuLimit(), plan.memoryLimit()));
  }

  static Container of(WordPressSite site) {
    Container container =
        size(site.tenant().web()).container(NAME, site.tenant().image(ImageKeys.WORDPRESS), true);
    container.setEnv(environment(site));
    container.setEnvFrom(List.of(salts()));
    container.setLifecycle(drain());
    container.setLivenessProbe(WebPort.probe(ALIVE, 20));
    container.setPorts(List.of(WebPort.port()));
    container.setReadinessProbe(ready(site));
    container.setStartupProbe(WebPort.startup(ALIVE));
    container.setVolumeMounts(mounts(site));
    return container;
  }

  static List<Volume> volumes(WordPressSite site) {
    List<Volume> volumes = new ArrayList<>(WordPressParts.folderVolumes(Bytes.ofGibi(1)));
    volumes.add(Volumes.scratch("run", Bytes.ofMebi(16)));
    volumes.addAll(WordPressParts.configVolumes());
    if (site.hasSignOn()) {
      volumes.add(Volumes.secret("oidc", "wordpress-oidc", "client-secret"));
    }
    return volumes;
  }

  private static List<EnvVar> environment(WordPressSite site) {
    List<EnvVar> environment = new ArrayList<>(WordPressParts.environment(site));
    if (site.hasSignOn()) {
      environment.add(Variable.of("OIDC_CLIENT_SECRET_FILE", OIDC_FOLDER + "/client-secret"));
    }
    return environment;
  }

  private static EnvFromSource salts() {
    SecretEnvSource secret = new SecretEnvSource();
    secret.setName("wordpress-salts");
    EnvFromSource source = new EnvFromSource();
    source.setSecretRef(secret);
    return source;
  }

  private static Lifecycle drain() {
    SleepAction sleep = new SleepAction();
    sleep.setSeconds(DRAIN_SECONDS);
    LifecycleHandler handler = new LifecycleHandler();
    handler.setSleep(sleep);
    Lifecycle lifecycle = new Lifecycle();
    lifecycle.setPreStop(handler);
    return lifecycle;
  }

  private static Probe ready(WordPressSite site) {
    Probe probe = WebPort.probe("/wp-login.php", 10);
    probe
        .getHttpGet()
        .setHttpHeaders(
            List.of(header("Host", site.host().value()), header("X-Forwarded-Proto", "https")));
    return probe;
  }

  private static HTTPHeader header(String name, String value) {
    HTTPHeader header = new HTTPHeader();
    header.setName(name);
    header.setValue(value);
    return header;
  }

  private static List<VolumeMount> mounts(WordPressSite site) {
    List<VolumeMount> mounts = new ArrayList<>(WordPressParts.folders());
    mounts.add(Mounts.at("/run/apache2", "run"));
    mounts.add(Mounts.at("/run/lock/apache2", "run", "lock"));
    mounts.add(file("/etc/apache2/ports.conf", "ports.conf"));
    mounts.add(file("/etc/apache2/sites-available/000-default.conf", "site.conf"));
    mounts.add(file("/etc/apache2/conf-enabled/zz-workers.conf", "workers.conf"));
    mounts.add(WordPressParts.phpSettings());
    if (site.hasSignOn()) {
      mounts.add(file("/etc/wordpress/mu-plugins/" + WordPressTexts.ROLES, WordPressTexts.ROLES));
    }
    mounts.addAll(WordPressParts.database());
    if (site.hasSignOn()) {
      mounts.add(Mounts.readOnly(OIDC_FOLDER, "oidc"));
    }
    return mounts;
  }

  private static VolumeMount file(String path, String name) {
    return Mounts.readOnly(path, "config", name);
  }
}
