package io.tenantsmith.demand;

import io.tenantsmith.demand.Pod.Container;
import io.tenantsmith.objects.Amount;
import io.tenantsmith.objects.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * What one container states of the resources that are counted.
 *
 * @param stated one for each of {@link #COUNTED}
 */
public record ContainerAmounts(boolean init, List<Amount> stated) {

  /** What a container states of each resource. */
  public static final List<String> PARTS = List.of("requests", "limits");

  /** The resources that a container states. */
  public static final List<String> RESOURCES = List.of("cpu", "memory");

  static final List<Counted> COUNTED =
      PARTS.stream().flatMap(part -> RESOURCES.stream().map(r -> Counted.of(part, r))).toList();

  /**
   * A number that a container states.
   *
   * @param name that of the sum of all that is stated so
   */
  record Counted(String part, String resource, String name) {

    static Counted of(String part, String resource) {
      return new Counted(part, resource, part + "." + resource);
    }

    boolean isLimit() {
      return part.equals("limits");
    }
  }

  static ContainerAmounts of(Container container) {
    Node resources = container.node().get("resources");
    List<Amount> amounts = new ArrayList<>(COUNTED.size());
    for (String part : PARTS) {
      Node stated = resources.get(part);
      for (String resource : RESOURCES) {
        amounts.add(Amount.orZero(stated.get(resource)));
      }
    }
    return new ContainerAmounts(container.init(), amounts);
  }

  /** A pod counts the larger of its largest first container and the sum of the others. */
  static Amount ofPod(List<ContainerAmounts> containers, int counted) {
    Amount sum = Amount.ZERO;
    Amount largest = Amount.ZERO;
    for (ContainerAmounts container : containers) {
      Amount amount = container.stated().get(counted);
      if (!container.init()) {
        sum = sum.plus(amount);
      } else if (amount.compareTo(largest) > 0) {
        largest = amount;
      }
    }
    return sum.compareTo(largest) > 0 ? sum : largest;
  }
}
