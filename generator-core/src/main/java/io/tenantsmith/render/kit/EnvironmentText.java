package io.tenantsmith.render.kit;

/** What somebody typed, as the {@code value} of an environment variable. */
public final class EnvironmentText {

  private EnvironmentText() {}

  /**
   * A text as the kubelet must find it: it replaces <code>$(NAME)</code> by a variable and <code>$$
   * </code> by one dollar sign, nothing else. In templates such a value is called {@code env.name}.
   */
  public static String literal(String text) {
    return text.replace("$", "$$");
  }
}
