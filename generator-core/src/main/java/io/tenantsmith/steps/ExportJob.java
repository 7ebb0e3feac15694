package io.tenantsmith.steps;

import io.tenantsmith.objects.Node;
import io.tenantsmith.render.KubernetesObject;
import java.util.Optional;

/** The Job that makes a tenant's export. */
public record ExportJob(KubernetesObject job) {

  /** The one among a tenant's objects; they have it while the tenant is suspended. */
  public static Optional<ExportJob> in(TenantObjects objects) {
    return objects.ofKind("Job").stream()
        .filter(job -> job.ref().name().startsWith("tenant-export-"))
        .findFirst()
        .map(ExportJob::new);
  }

  /** Its name. */
  public String name() {
    return job.ref().name();
  }

  /** The bucket that it writes to. */
  public String bucket() {
    return Node.of(job.tree()).at("spec", "template", "spec", "containers").items().stream()
        .flatMap(container -> container.get("env").items().stream())
        .filter(variable -> variable.get("name").is("BUCKET"))
        .map(variable -> variable.get("value").text())
        .findFirst()
        .orElse("");
  }

  /** Where it writes, for instance {@code s3://bucket/acme/export/tenant-export-1/}. */
  public String place(String tenant) {
    return "s3://" + bucket() + "/" + tenant + "/export/" + name() + "/";
  }
}
