package io.tenantsmith.render.kit;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.List;

/** Makes what belongs to the one HTTP port of a pod: the port, its probes and its Service. */
public final class WebPort {

  private static final String NAME = "http";
  private static final int TIMEOUT = 5;

  private WebPort() {}

  /** The port of the container. */
  public static ContainerPort port() {
    ContainerPort port = new ContainerPort();
    port.setName(NAME);
    port.setContainerPort(8080);
    port.setProtocol("TCP");
    return port;
  }

  /** A probe that asks again and again while the container runs. */
  public static Probe probe(String path, int period) {
    Probe probe = probe(path, period, 3);
    probe.setTimeoutSeconds(TIMEOUT);
    return probe;
  }

  /** A probe that waits up to five minutes for the first answer. */
  public static Probe startup(String path) {
    return probe(path, TIMEOUT, 60);
  }

  /** The Service, named after the application. */
  public static Service service(TenantScope scope, Component component) {
    ServicePort port = new ServicePort();
    port.setName(NAME);
    port.setAppProtocol(NAME);
    port.setPort(80);
    port.setProtocol("TCP");
    port.setTargetPort(new IntOrString(NAME));
    ServiceSpec spec = new ServiceSpec();
    spec.setPorts(List.of(port));
    spec.setSelector(component.labels());
    spec.setType("ClusterIP");
    Service service = new Service();
    service.setMetadata(scope.metadata(component.application(), component));
    service.setSpec(spec);
    return service;
  }

  private static Probe probe(String path, int period, int failures) {
    HTTPGetAction get = new HTTPGetAction();
    get.setPath(path);
    get.setPort(new IntOrString(NAME));
    Probe probe = new Probe();
    probe.setFailureThreshold(failures);
    probe.setHttpGet(get);
    probe.setPeriodSeconds(period);
    return probe;
  }
}
