package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes containers that may gain no rights. */
final class Containers {

  private Containers() {}

  /** A container; whether its root is read-only depends on where the image writes. */
  static Container of(String name, String image, boolean readOnlyRoot) {
    Capabilities capabilities = new Capabilities();
    capabilities.setDrop(List.of("ALL"));
    SecurityContext security = new SecurityContext();
    security.setAllowPrivilegeEscalation(false);
    security.setCapabilities(capabilities);
    security.setReadOnlyRootFilesystem(readOnlyRoot);
    Container container = new Container();
    container.setName(name);
    container.setImage(image);
    container.setImagePullPolicy("IfNotPresent");
    container.setSecurityContext(security);
    return container;
  }

  /** A port of a name, TCP. */
  static ContainerPort port(String name, int number) {
    ContainerPort port = new ContainerPort();
    port.setName(name);
    port.setContainerPort(number);
    port.setProtocol("TCP");
    return port;
  }

  /** What a container requests and what it is limited to. */
  static ResourceRequirements size(Map<String, Quantity> requests, Map<String, Quantity> limits) {
    ResourceRequirements size = new ResourceRequirements();
    size.setRequests(requests);
    size.setLimits(limits);
    return size;
  }

  /** CPU and memory in the form that the API server keeps. */
  static Map<String, Quantity> quantities(String cpu, String memory) {
    Map<String, Quantity> quantities = new TreeMap<>();
    quantities.put("cpu", new Quantity(cpu));
    quantities.put("memory", new Quantity(memory));
    return quantities;
  }
}
