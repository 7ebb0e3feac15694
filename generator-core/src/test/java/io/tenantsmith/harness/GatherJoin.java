package io.tenantsmith.harness;

import static io.tenantsmith.harness.ClusterObjects.display;
import static io.tenantsmith.harness.ClusterObjects.name;
import static io.tenantsmith.harness.ClusterObjects.namespace;
import static io.tenantsmith.harness.ClusterObjects.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Joins every Secret that is gathered by labels with what it finds. Where a search finds nothing,
 * external-secrets makes nothing and changes nothing: pods wait for what they mount, and the last
 * value that was found stays.
 */
public final class GatherJoin {

  private static final String TENANT = "tenantsmith.io/tenant";

  private static final String BOT = "tenantsmith.io/content-bot";

  private final ClusterObjects objects;

  /** The join of these objects. */
  public GatherJoin(ClusterObjects objects) {
    this.objects = objects;
  }

  /** How many Secrets are gathered. */
  public int gathered() {
    return gatherers().size();
  }

  /** What may find nothing, or is found by nobody. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (JsonNode gatherer : gatherers()) {
      List<JsonNode> sources = sources(gatherer);
      if (sources.stream().noneMatch(GatherJoin::lasts)) {
        problems.add(display(gatherer) + " may find nothing: no source of the platform lasts");
      }
      if (sources.contains(gatherer)) {
        problems.add(display(gatherer) + " gathers itself");
      }
      if (!gatherer.at("/spec/refreshPolicy").asString("").equals("Periodic")) {
        problems.add(display(gatherer) + " never looks again");
      }
    }
    labelled(problems);
    return problems;
  }

  private List<JsonNode> gatherers() {
    return objects.ofKind("ExternalSecret").stream()
        .filter(object -> !tags(object).isEmpty())
        .toList();
  }

  private static Map<String, String> tags(JsonNode object) {
    for (JsonNode item : object.at("/spec/dataFrom")) {
      if (item.has("find")) {
        return texts(item.at("/find/tags"));
      }
    }
    return Map.of();
  }

  private List<JsonNode> sources(JsonNode gatherer) {
    return objects.ofKind("ExternalSecret").stream()
        .filter(object -> namespace(object).equals(searched(gatherer)))
        .filter(object -> labels(object).entrySet().containsAll(tags(gatherer).entrySet()))
        .toList();
  }

  /** The namespace in which the store of a gatherer looks. */
  private String searched(JsonNode gatherer) {
    String store = gatherer.at("/spec/secretStoreRef/name").asString("");
    return objects.ofKind("SecretStore").stream()
        .filter(object -> name(object).equals(store))
        .filter(object -> namespace(object).equals(namespace(gatherer)))
        .map(object -> object.at("/spec/provider/kubernetes/remoteNamespace").asString(""))
        .findFirst()
        .orElse("");
  }

  private static Map<String, String> labels(JsonNode object) {
    return texts(object.at("/spec/target/template/metadata/labels"));
  }

  /** Whether a source is nobody's: with a tenant goes all that is the tenant's. */
  private static boolean lasts(JsonNode source) {
    return !texts(source.at("/metadata/labels")).containsKey(TENANT);
  }

  /**
   * A Secret with a label for gatherers is found by one of them. The passwords of tenants' bots
   * have theirs from the start, since they cannot change, whether the fleet has content automation
   * yet or not.
   */
  private void labelled(List<String> problems) {
    for (JsonNode object : objects.ofKind("ExternalSecret")) {
      boolean forGatherers =
          labels(object).keySet().stream()
              .filter(label -> !label.equals(BOT) || isAutomated())
              .anyMatch(label -> label.startsWith("tenantsmith.io/") && !label.equals(TENANT));
      if (forGatherers && gatherers().stream().noneMatch(g -> sources(g).contains(object))) {
        problems.add(display(object) + " is labelled and gathered by nothing");
      }
    }
  }

  private boolean isAutomated() {
    return objects.ofKind("Deployment").stream().anyMatch(each -> name(each).equals("content"));
  }
}
