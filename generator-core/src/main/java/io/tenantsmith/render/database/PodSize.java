package io.tenantsmith.render.database;

import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.render.Demand.Containers;
import io.tenantsmith.render.Demand.Size;
import java.util.Map;

/**
 * The size of a container: what is rendered is what the quota counts.
 *
 * @param what for messages
 */
record PodSize(String what, Size request, Size limit) {

  static final PodSize AGENT = new PodSize("agent", size(200, 256), size(200, 256));
  static final PodSize EXPORTER = new PodSize("exporter", size(50, 64), size(200, 128));
  static final PodSize BACKUP_JOB =
      new PodSize("physical backup job", size(200, 512), size(1000, 1024));
  static final PodSize RESTORE_JOB =
      new PodSize("restore or replica-recovery job", size(200, 512), size(1000, 1024));

  /** That many pods of their own. */
  Containers pods(int count) {
    return new Containers(what, count, false, request, limit);
  }

  /** That many containers in pods of another row. */
  Containers sidecars(int count) {
    return new Containers(what, count, true, request, limit);
  }

  /** The field {@code resources}. */
  Map<String, Object> resources() {
    return Map.of("limits", amounts(limit), "requests", amounts(request));
  }

  private static Map<String, Object> amounts(Size size) {
    return Map.of("cpu", size.cpu().text(), "memory", size.memory().text());
  }

  private static Size size(long milli, long mebi) {
    return new Size(new Cpu(milli), Bytes.ofMebi(mebi));
  }
}
