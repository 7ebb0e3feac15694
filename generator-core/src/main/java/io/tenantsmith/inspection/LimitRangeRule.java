package io.tenantsmith.inspection;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.inspection.Pod.Container;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Containers and claims that the LimitRange does not admit are never made. */
final class LimitRangeRule implements OutputRule {

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    List<Node> limits =
        output.own("LimitRange").flatMap(o -> o.spec().get("limits").items().stream()).toList();
    for (Pod pod : output.pods()) {
      for (Container container : pod.containers()) {
        Judgement judgement = new Judgement(pod.source(), name(container), report);
        Node resources = container.node().get("resources");
        for (String resource : ContainerResourcesRule.RESOURCES) {
          Node request = resources.at("requests", resource);
          Node limit = resources.at("limits", resource);
          judgement.order(request, limit, resource);
          limits.stream()
              .filter(range -> range.get("type").is("Container"))
              .forEach(range -> judgement.container(range, request, limit, resource));
        }
      }
    }
    for (Volume volume : Volume.of(output)) {
      Judgement judgement = new Judgement(volume.source(), "the claim", report);
      limits.stream()
          .filter(range -> range.get("type").is("PersistentVolumeClaim"))
          .forEach(range -> judgement.claim(range, volume.size()));
    }
  }

  private static String name(Container container) {
    return "container " + Quoted.quote(container.name());
  }

  /** Compares what one container or claim states. */
  private record Judgement(ObjectValues object, String who, Consumer<Finding> report) {

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
      Node most = range.at("maxLimitRequestRatio", resource);
      if (exceeds(limit, request, most)) {
        tell(
            limit,
            "is limited to more than "
                + most.value()
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
      report.accept(
          object.finding(
              Code.OBJ606, place, who + " " + fact, "choose an amount between its bounds"));
    }

    private static boolean isMore(Node one, Node other) {
      Amount left = Amount.of(one);
      Amount right = Amount.of(other);
      return left != null && right != null && left.compareTo(right) > 0;
    }

    private static boolean exceeds(Node limit, Node request, Node most) {
      Amount ratio = Amount.of(most);
      @Nullable BigDecimal stated = ratio(Amount.of(limit), Amount.of(request));
      return ratio != null
          && stated != null
          && stated.compareTo(BigDecimal.valueOf(ratio.milli(), 3)) > 0;
    }

    private static @Nullable BigDecimal ratio(@Nullable Amount limit, @Nullable Amount request) {
      return limit == null || request == null || request.milli() == 0
          ? null
          : BigDecimal.valueOf(limit.milli())
              .divide(BigDecimal.valueOf(request.milli()), MathContext.DECIMAL64);
    }
  }
}
