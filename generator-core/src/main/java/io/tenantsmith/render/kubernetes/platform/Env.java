package io.tenantsmith.render.kubernetes.platform;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import java.util.ArrayList;
import java.util.List;

/** Collects the environment of a container. */
final class Env {

  private final List<EnvVar> variables = new ArrayList<>();

  /** A value as it stands: Kubernetes expands nothing in it. */
  Env set(String name, String value) {
    EnvVar variable = new EnvVar();
    variable.setName(name);
    variable.setValue(value.replace("$(", "$$("));
    variables.add(variable);
    return this;
  }

  /** A value out of a Secret. */
  Env secret(String name, String secret, String key) {
    SecretKeySelector selector = new SecretKeySelector();
    selector.setName(secret);
    selector.setKey(key);
    EnvVarSource source = new EnvVarSource();
    source.setSecretKeyRef(selector);
    EnvVar variable = new EnvVar();
    variable.setName(name);
    variable.setValueFrom(source);
    variables.add(variable);
    return this;
  }

  /** All of them. */
  List<EnvVar> list() {
    return List.copyOf(variables);
  }
}
