package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.tenantsmith.render.kit.Variable;
import java.util.ArrayList;
import java.util.List;

/** Collects the environment of a container. */
final class Env {

  private final List<EnvVar> variables = new ArrayList<>();

  /** A value as it stands: Kubernetes expands nothing in it. */
  Env set(String name, String value) {
    variables.add(Variable.of(name, value));
    return this;
  }

  /** A value out of a Secret. */
  Env secret(String name, String secret, String key) {
    variables.add(Variable.ofSecret(name, secret, key));
    return this;
  }

  /** All of them. */
  List<EnvVar> list() {
    return List.copyOf(variables);
  }
}
