package io.tenantsmith.inspection;

import io.tenantsmith.demand.ContainerAmounts;
import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.Pod;
import io.tenantsmith.demand.Pod.Container;
import io.tenantsmith.demand.Volume;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.objects.Amount;
import io.tenantsmith.objects.Node;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Containers and claims that the LimitRange does not admit are never created. */
final class LimitRangeRule implements OutputRule {

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    List<Node> containers = ranges(output, "Container");
    List<Node> claims = ranges(output, "PersistentVolumeClaim");
    for (Pod pod : output.pods()) {
      for (Container container : pod.containers()) {
        container(
            new ContainerCheck(pod.source(), container.name(), report), container, containers);
      }
    }
    for (Volume volume : Volume.of(output.own())) {
      ContainerCheck check = new ContainerCheck(volume.source(), "", report);
      for (Node range : claims) {
        check.claim(range, volume.size());
      }
    }
  }

  private static List<Node> ranges(TenantOutput output, String type) {
    List<Node> ranges = new ArrayList<>();
    for (ObjectValues object : output.own("LimitRange")) {
      for (Node range : object.spec().get("limits").items()) {
        if (range.get("type").is(type)) {
          ranges.add(range);
        }
      }
    }
    return ranges;
  }

  private static void container(ContainerCheck check, Container container, List<Node> ranges) {
    Node resources = container.node().get("resources");
    for (String resource : ContainerAmounts.RESOURCES) {
      Node request = resources.at("requests", resource);
      Node limit = resources.at("limits", resource);
      check.order(request, limit, resource);
      for (Node range : ranges) {
        check.container(range, request, limit, resource);
      }
    }
  }

  /**
   * Compares the amounts of one container or claim.
   *
   * @param container its name; empty for a claim
   */
  private record ContainerCheck(ObjectValues object, String container, Consumer<Finding> report) {

    void order(Node request, Node limit, String resource) {
      if (isMore(request, limit)) {
        tell(request, "requests more " + resource + " than its limit of " + limit.value());
      }
    }

    void container(Node range, Node request, Node limit, String resource) {
      Node max = range.at("max", resource);
      if (isMore(limit, max)) {
        tell(
            limit,
            "is limited to "
                + limit.value()
                + " of "
                + resource
                + ", more than the "
                + max.value()
                + " that the LimitRange allows");
      }
      Node min = range.at("min", resource);
      if (isMore(min, request)) {
        tell(
            request,
            "requests "
                + request.value()
                + " of "
                + resource
                + ", less than the "
                + min.value()
                + " that the LimitRange asks for");
      }
      Node maxRatio = range.at("maxLimitRequestRatio", resource);
      if (exceeds(limit, request, maxRatio)) {
        tell(
            limit,
            "is limited to more than "
                + maxRatio.value()
                + " times the "
                + resource
                + " that it requests");
      }
    }

    void claim(Node range, Node size) {
      Node max = range.at("max", "storage");
      if (isMore(size, max)) {
        tell(
            size,
            "asks for "
                + size.value()
                + ", more than the "
                + max.value()
                + " that the LimitRange allows");
      }
      Node min = range.at("min", "storage");
      if (isMore(min, size)) {
        tell(
            size,
            "asks for "
                + size.value()
                + ", less than the "
                + min.value()
                + " that the LimitRange asks for");
      }
    }

    private void tell(Node place, String fact) {
      String who = container.isEmpty() ? "the claim" : "container " + Quoted.quote(container);
      report.accept(
          Finding.of(
              object, Code.OBJ606, place, who + " " + fact, "choose an amount between its bounds"));
    }

    private static boolean isMore(Node one, Node other) {
      Amount left = Amount.of(one);
      Amount right = Amount.of(other);
      return left != null && right != null && left.compareTo(right) > 0;
    }

    private static boolean exceeds(Node limit, Node request, Node maxRatio) {
      Amount ratio = Amount.of(maxRatio);
      if (ratio == null) {
        return false;
      }
      @Nullable BigDecimal stated = ratio(Amount.of(limit), Amount.of(request));
      return stated != null && stated.compareTo(BigDecimal.valueOf(ratio.milli(), 3)) > 0;
    }

    private static @Nullable BigDecimal ratio(@Nullable Amount limit, @Nullable Amount request) {
      return limit == null || request == null || request.milli() == 0
          ? null
          : BigDecimal.valueOf(limit.milli())
              .divide(BigDecimal.valueOf(request.milli()), MathContext.DECIMAL64);
    }
  }
}
