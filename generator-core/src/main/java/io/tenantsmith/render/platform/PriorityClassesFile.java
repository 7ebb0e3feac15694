package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import java.util.List;

/** Which pods of tenants give way: a database never waits for a web pod. */
final class PriorityClassesFile implements PlatformFile {

  @Override
  public String path() {
    return "policies/priority-classes.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    PriorityClass data = of(platform, "tenant-data", "Databases of tenants", 100_000);
    data.setPreemptionPolicy("PreemptLowerPriority");
    PriorityClass web = of(platform, "tenant-web", "Web and job pods of tenants", 10_000);
    web.setPreemptionPolicy("Never");
    return List.of(data, web);
  }

  private static PriorityClass of(Platform platform, String name, String what, int value) {
    PriorityClass priority = new PriorityClass();
    priority.setMetadata(platform.metadata("", name));
    priority.setDescription(what);
    priority.setValue(value);
    return priority;
  }
}
