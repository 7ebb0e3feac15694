package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/** The admission policies, each with its binding. */
final class AdmissionFile implements PlatformFile {

  @Override
  public String path() {
    return "policies/admission.yaml";
  }

  @Override
  public List<HasMetadata> objects(Platform platform) {
    List<HasMetadata> objects = new ArrayList<>();
    for (AdmissionPolicy policy : AdmissionPolicies.all()) {
      objects.add(policy.policy(platform));
      objects.add(policy.binding(platform));
    }
    return objects;
  }
}
