package io.tenantsmith.render.kit;

import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.SecretKeySelector;

/** Makes environment variables. */
public final class Variable {

  private Variable() {}

  /** A variable whose value arrives as it is. */
  public static EnvVar of(String name, String value) {
    EnvVar variable = new EnvVar();
    variable.setName(name);
    variable.setValue(literal(value));
    return variable;
  }

  /** A variable from a Secret of the namespace. */
  public static EnvVar ofSecret(String name, String secret, String key) {
    SecretKeySelector selector = new SecretKeySelector();
    selector.setName(secret);
    selector.setKey(key);
    EnvVarSource source = new EnvVarSource();
    source.setSecretKeyRef(selector);
    return of(name, source);
  }

  /** A variable from a ConfigMap of the namespace. */
  public static EnvVar ofConfigMap(String name, String map, String key) {
    ConfigMapKeySelector selector = new ConfigMapKeySelector();
    selector.setName(map);
    selector.setKey(key);
    EnvVarSource source = new EnvVarSource();
    source.setConfigMapKeyRef(selector);
    return of(name, source);
  }

  /**
   * A text as the kubelet must find it: it replaces <code>$(NAME)</code> by a variable and <code>$$
   * </code> by one dollar sign, nothing else.
   */
  private static String literal(String text) {
    return text.replace("$", "$$");
  }

  private static EnvVar of(String name, EnvVarSource source) {
    EnvVar variable = new EnvVar();
    variable.setName(name);
    variable.setValueFrom(source);
    return variable;
  }
}
