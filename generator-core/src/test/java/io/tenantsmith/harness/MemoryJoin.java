package io.tenantsmith.harness;

import static io.tenantsmith.harness.ClusterObjects.display;
import static io.tenantsmith.harness.ClusterObjects.namespace;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Joins what Apache and PHP of a site are told with the memory that its pod gets: where all workers
 * are at PHP's limit at once, the kernel kills none.
 */
public final class MemoryJoin {

  private static final Pattern WORKERS = Pattern.compile("(?m)^MaxRequestWorkers ([0-9]+)$");
  private static final Pattern LIMIT = Pattern.compile("(?m)^memory_limit = ([0-9]+)M$");

  /** What the workers share: the cache of compiled code is 128Mi in the image. */
  private static final BigDecimal SHARED = Quantity.getAmountInBytes(new Quantity("128Mi"));

  private MemoryJoin() {}

  /** The sites whose workers may take more than there is. */
  public static List<String> problems(ClusterObjects objects) {
    List<String> problems = new ArrayList<>();
    for (JsonNode config : objects.ofKind("ConfigMap")) {
      Matcher workers = WORKERS.matcher(config.at("/data/workers.conf").asString(""));
      Matcher each = LIMIT.matcher(config.at("/data/tenant.ini").asString(""));
      if (workers.find() && each.find()) {
        BigDecimal most =
            Quantity.getAmountInBytes(new Quantity(each.group(1) + "Mi"))
                .multiply(new BigDecimal(workers.group(1)))
                .add(SHARED);
        limits(objects, namespace(config)).stream()
            .filter(limit -> most.compareTo(limit) > 0)
            .forEach(
                limit -> problems.add(display(config) + ": workers take " + most + " of " + limit));
      }
    }
    return problems;
  }

  private static List<BigDecimal> limits(ClusterObjects objects, String namespace) {
    List<BigDecimal> limits = new ArrayList<>();
    for (JsonNode deployment : objects.ofKind("Deployment")) {
      for (JsonNode container : PodSpecs.longRunning(deployment)) {
        if (namespace(deployment).equals(namespace)
            && container.path("name").asString("").equals("wordpress")) {
          String limit = container.at("/resources/limits/memory").asString("");
          limits.add(Quantity.getAmountInBytes(new Quantity(limit)));
        }
      }
    }
    return limits;
  }
}
