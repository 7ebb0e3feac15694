package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.List;

/** Makes Services of the shared applications. */
final class Services {

  private Services() {}

  /** One that leads to the pods' port named http. */
  static Service http(Platform platform, String name, int port, Part part) {
    ServicePort http = port("http", port);
    http.setAppProtocol("http");
    return of(platform, name, http, part);
  }

  /** One that leads to the pods' port of that name. */
  static Service tcp(Platform platform, String name, ServicePort port, Part part) {
    return of(platform, name, port, part);
  }

  /** A port that leads to the pods' port of the same name. */
  static ServicePort port(String name, int number) {
    ServicePort port = new ServicePort();
    port.setName(name);
    port.setPort(number);
    port.setProtocol("TCP");
    port.setTargetPort(new IntOrString(name));
    return port;
  }

  private static Service of(Platform platform, String name, ServicePort port, Part part) {
    ServiceSpec spec = new ServiceSpec();
    spec.setPorts(List.of(port));
    spec.setSelector(part.labels());
    spec.setType("ClusterIP");
    Service service = new Service();
    service.setMetadata(platform.metadata(name, part));
    service.setSpec(spec);
    return service;
  }
}
