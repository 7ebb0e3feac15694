package io.tenantsmith.render.site;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobTemplateSpec;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.StableHash;
import io.tenantsmith.render.kit.Component;
import io.tenantsmith.render.kit.ContainerSize;
import io.tenantsmith.render.kit.Restricted;
import io.tenantsmith.render.kit.TenantPod;
import java.util.List;

/** The CronJob that lets a site do what is due, since no visitor's request may wait for it. */
final class WordPressCronJob {

  static final ContainerSize SIZE =
      new ContainerSize(ContainerSize.size(10, 32), ContainerSize.size(100, 64));

  private static final Component CRON = new Component(WordPressSite.NAME, "cron");
  private static final long CURL_USER = 65532;
  private static final int MINUTES = 5;

  private WordPressCronJob() {}

  static CronJob of(WordPressSite site) {
    CronJobSpec spec = new CronJobSpec();
    spec.setConcurrencyPolicy("Forbid");
    spec.setFailedJobsHistoryLimit(2);
    spec.setJobTemplate(template(site));
    spec.setSchedule(schedule(site));
    spec.setStartingDeadlineSeconds(120L);
    spec.setSuccessfulJobsHistoryLimit(1);
    spec.setTimeZone("Etc/UTC");
    CronJob job = new CronJob();
    job.setMetadata(site.scope().metadata("wordpress-cron", CRON));
    job.setSpec(spec);
    return job;
  }

  /** Every five minutes, each tenant in its own one of them. */
  private static String schedule(WordPressSite site) {
    return StableHash.of(site.tenant().id()) % MINUTES + "-59/" + MINUTES + " * * * *";
  }

  private static JobTemplateSpec template(WordPressSite site) {
    PodTemplateSpec pods = new PodTemplateSpec();
    pods.setMetadata(site.scope().podMetadata(CRON));
    pods.setSpec(pod(site));
    JobSpec spec = new JobSpec();
    spec.setActiveDeadlineSeconds(240L);
    spec.setBackoffLimit(0);
    spec.setTemplate(pods);
    JobTemplateSpec template = new JobTemplateSpec();
    template.setSpec(spec);
    return template;
  }

  private static PodSpec pod(WordPressSite site) {
    PodSpec pod = TenantPod.of(site.tenant(), WordPressSite.NAME, Restricted.user(CURL_USER));
    Container container = SIZE.container("cron", site.tenant().image(ImageKeys.CURL), true);
    container.setArgs(request(site));
    pod.setContainers(List.of(container));
    pod.setRestartPolicy("Never");
    return pod;
  }

  private static List<String> request(WordPressSite site) {
    return List.of(
        "--fail",
        "--silent",
        "--show-error",
        "--max-time",
        "200",
        "--header",
        "Host: " + site.host(),
        "--header",
        "X-Forwarded-Proto: https",
        "http://" + WordPressSite.NAME + "/wp-cron.php?doing_wp_cron");
  }
}
