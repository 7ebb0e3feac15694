package io.tenantsmith.render.site;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.render.ContentDigest;
import io.tenantsmith.render.kit.Component;
import io.tenantsmith.render.kit.ContainerSize;
import io.tenantsmith.render.kit.Mounts;
import io.tenantsmith.render.kit.ObjectTree;
import io.tenantsmith.render.kit.TenantPod;
import io.tenantsmith.render.kit.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Job that installs or updates a site. A Job can not be changed and this one is never removed
 * by time, so its name says what it does: something else to do is another Job.
 */
final class WordPressInstallJob {

  static final ContainerSize SIZE =
      new ContainerSize(ContainerSize.size(100, 256), ContainerSize.size(500, 512));

  private static final Component INSTALL = new Component(WordPressSite.NAME, "install");
  private static final String FOLDER = "/etc/wordpress";
  private static final int DIGITS = 8;

  private final ObjectTree trees;

  WordPressInstallJob(ObjectTree trees) {
    this.trees = trees;
  }

  /**
   * The tree of the object.
   *
   * @param texts of the ConfigMap
   */
  Map<String, Object> of(WordPressSite site, SortedMap<String, String> texts) {
    JobSpec spec = new JobSpec();
    spec.setActiveDeadlineSeconds(3600L);
    spec.setBackoffLimit(20);
    spec.setTemplate(template(site));
    Map<String, Object> specTree = trees.of(spec);
    Job job = new Job();
    String name = "wordpress-install-" + digest(specTree, texts);
    job.setMetadata(site.scope().metadata(name, INSTALL));
    Map<String, Object> tree = trees.of(job);
    tree.put("spec", specTree);
    return tree;
  }

  private static String digest(Map<String, Object> spec, SortedMap<String, String> texts) {
    SortedMap<String, String> config = new TreeMap<>(texts);
    config.keySet().retainAll(List.of(WordPressTexts.INSTALL, WordPressTexts.CONTENT_BOT));
    return ContentDigest.of(Map.of("config", config, "spec", spec), DIGITS);
  }

  private static PodTemplateSpec template(WordPressSite site) {
    PodSpec pod = TenantPod.of(site.tenant(), WordPressSite.NAME, WordPressParts.security());
    pod.setInitContainers(List.of(files(site)));
    pod.setContainers(List.of(install(site)));
    pod.setRestartPolicy("OnFailure");
    pod.setVolumes(volumes(site));
    PodTemplateSpec template = new PodTemplateSpec();
    template.setMetadata(site.scope().podMetadata(INSTALL));
    template.setSpec(pod);
    return template;
  }

  /** Puts WordPress itself where WP-CLI finds it. */
  private static Container files(WordPressSite site) {
    Container container = container("files", ImageKeys.WORDPRESS, site);
    container.setCommand(List.of("docker-ensure-installed.sh", "true"));
    container.setEnv(WordPressParts.environment(site));
    container.setVolumeMounts(mounts());
    return container;
  }

  private static Container install(WordPressSite site) {
    Container container = container("install", ImageKeys.WORDPRESS_CLI, site);
    container.setCommand(List.of("sh", FOLDER + "/" + WordPressTexts.INSTALL));
    container.setEnv(environment(site));
    container.setVolumeMounts(mountsWithPasswords(site));
    container.setWorkingDir("/var/www/html");
    return container;
  }

  private static Container container(String name, Key<String> image, WordPressSite site) {
    return SIZE.container(name, site.tenant().image(image), true);
  }

  private static List<EnvVar> environment(WordPressSite site) {
    List<EnvVar> environment = new ArrayList<>();
    environment.add(Variable.of("HOME", "/tmp"));
    environment.add(Variable.of("ADMIN_EMAIL", site.tenant().adminEmail()));
    environment.add(Variable.of("ADMIN_USER", site.tenant().get(TenantKeys.ADMIN_USER)));
    environment.add(Variable.of("SITE_HOST", site.host().value()));
    environment.add(Variable.of("SITE_TITLE", site.tenant().displayName()));
    environment.add(Variable.of("SITE_URL", "https://" + site.host()));
    environment.addAll(WordPressParts.environment(site));
    return environment;
  }

  private static List<VolumeMount> mounts() {
    List<VolumeMount> mounts = new ArrayList<>(WordPressParts.folders());
    mounts.add(Mounts.readOnly(FOLDER, "config"));
    mounts.add(WordPressParts.phpSettings());
    mounts.addAll(WordPressParts.database());
    return mounts;
  }

  private static List<VolumeMount> mountsWithPasswords(WordPressSite site) {
    List<VolumeMount> mounts = mounts();
    mounts.add(Mounts.readOnly(WordPressParts.SECRETS + "wordpress-admin", "admin-password"));
    if (site.hasContentBot()) {
      mounts.add(Mounts.readOnly(WordPressParts.SECRETS + "wordpress-content-bot", "content-bot"));
    }
    return mounts;
  }

  private static List<Volume> volumes(WordPressSite site) {
    List<Volume> volumes = new ArrayList<>(WordPressParts.folderVolumes(Bytes.ofMebi(256)));
    volumes.addAll(WordPressParts.configVolumes());
    volumes.add(WordPressParts.passwordVolume("admin-password", "wordpress-admin"));
    if (site.hasContentBot()) {
      volumes.add(WordPressParts.passwordVolume("content-bot", "wordpress-content-bot"));
    }
    return volumes;
  }
}
