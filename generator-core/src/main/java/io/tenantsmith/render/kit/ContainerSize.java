package io.tenantsmith.render.kit;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.render.Demand;
import io.tenantsmith.render.Demand.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a container requests and is limited to; the object and the quota are made of the same. */
public record ContainerSize(Size request, Size limit) {

  /** A size in thousandths of a core and mebibytes. */
  public static Size size(long milli, long mebi) {
    return new Size(new Cpu(milli), Bytes.ofMebi(mebi));
  }

  /** A container of this size that is pulled once and may do nothing special. */
  public Container container(String name, String image, boolean readOnlyRoot) {
    Container container = new Container();
    container.setName(name);
    container.setImage(image);
    container.setImagePullPolicy("IfNotPresent");
    container.setResources(requirements());
    container.setSecurityContext(Restricted.container(readOnlyRoot));
    return container;
  }

  /** What so many pods of one such container need. */
  public Demand needed(String what, int count) {
    Demand.Containers row = new Demand.Containers(what, count, false, request, limit);
    return new Demand(List.of(row), List.of(), 0, 0, 0);
  }

  private ResourceRequirements requirements() {
    ResourceRequirements requirements = new ResourceRequirements();
    requirements.setRequests(amounts(request));
    requirements.setLimits(amounts(limit));
    return requirements;
  }

  private static Map<String, Quantity> amounts(Size size) {
    Map<String, Quantity> amounts = new TreeMap<>();
    amounts.put("cpu", new Quantity(size.cpu().text()));
    amounts.put("memory", new Quantity(size.memory().text()));
    return amounts;
  }
}
