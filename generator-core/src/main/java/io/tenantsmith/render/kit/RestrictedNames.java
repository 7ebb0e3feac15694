package io.tenantsmith.render.kit;

import io.tenantsmith.template.NamedValues;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names by which templates take what the restricted pod security standard asks of a pod and its
 * containers: written once for tenants, the platform and databases.
 */
public final class RestrictedNames {

  private static final Map<String, Object> CONTAINER =
      Map.of("allowPrivilegeEscalation", false, "capabilities", Map.of("drop", List.of("ALL")));

  /**
   * {@code restricted.pod}, to be merged with a user, and three forms of containers. The third
   * leaves out the root filesystem, which is up to the operator.
   */
  public static final NamedValues<Object> VALUES =
      NamedValues.builder()
          .constant(
              "restricted.pod",
              Map.of("runAsNonRoot", true, "seccompProfile", Map.of("type", "RuntimeDefault")))
          .constant("restricted.container", with(true))
          .constant("restricted.containerThatWritesItsRoot", with(false))
          .constant("restricted.operatorsContainer", CONTAINER)
          .build();

  private RestrictedNames() {}

  private static Map<String, Object> with(boolean readOnlyRoot) {
    Map<String, Object> context = new TreeMap<>(CONTAINER);
    context.put("readOnlyRootFilesystem", readOnlyRoot);
    return context;
  }
}
