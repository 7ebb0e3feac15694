package io.tenantsmith.render.kit;

import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.render.Demand;
import io.tenantsmith.render.Demand.Size;
import java.util.List;

/** What a container requests and is limited to, as the quota counts it. */
public record ContainerSize(Size request, Size limit) {

  /** A size in thousandths of a core and mebibytes. */
  public static Size size(long milli, long mebi) {
    return new Size(new Cpu(milli), Bytes.ofMebi(mebi));
  }

  /** A size of thousandths of a core and mebibytes, requested and at most. */
  public static ContainerSize of(long milli, long mebi, long milliLimit, long mebiLimit) {
    return new ContainerSize(size(milli, mebi), size(milliLimit, mebiLimit));
  }

  /** What so many pods of one such container need. */
  public Demand needed(String what, int count) {
    Demand.Containers row = new Demand.Containers(what, count, false, request, limit);
    return new Demand(List.of(row), List.of(), 0, 0, 0);
  }
}
