package io.tenantsmith.harness;

import static io.tenantsmith.harness.ClusterObjects.display;
import static io.tenantsmith.harness.ClusterObjects.name;
import static io.tenantsmith.harness.ClusterObjects.namespace;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Joins all that holds data or the only copy of a secret with the admission policies that refuse to
 * delete it: by kind and namespace, and by that by which a policy's expressions know it.
 */
public final class DeletionJoin {

  private static final String MARK = "kustomize.toolkit.fluxcd.io/prune";

  private static final String APPROVAL = "tenantsmith.io/erase";

  private final ClusterObjects objects;
  private final List<String> problems = new ArrayList<>();

  /** The join of these objects. */
  public DeletionJoin(ClusterObjects objects) {
    this.objects = objects;
  }

  /** What may be deleted without approval. */
  public List<String> problems() {
    for (JsonNode object : objects.all()) {
      switch (object.path("kind").asString("")) {
        case "PersistentVolumeClaim" -> claim(object, object);
        case "StatefulSet" ->
            object.at("/spec/volumeClaimTemplates").forEach(template -> claim(object, template));
        case "MariaDB" -> {
          protectedBy(object, namespace(object), "mariadbs", "variables.marked");
          protectedBy(object, namespace(object), "persistentvolumeclaims", "variables.database");
        }
        case "Database" -> protectedBy(object, namespace(object), "databases", "variables.marked");
        case "Namespace" -> protectedBy(object, name(object), "namespaces", "variables.marked");
        case "ExternalSecret" -> secret(object);
        default -> {}
      }
    }
    return problems;
  }

  private void claim(JsonNode object, JsonNode claim) {
    if (claim.at("/metadata/annotations").path(MARK).isMissingNode()
        && !isApproved(namespace(object))) {
      problems.add(display(object) + " has a claim that any policy lets go");
    }
    protectedBy(object, namespace(object), "persistentvolumeclaims", "variables.marked");
  }

  /** Whether a namespace goes with all that is in it. */
  private boolean isApproved(String namespace) {
    return objects.ofKind("Namespace").stream()
        .filter(object -> name(object).equals(namespace))
        .anyMatch(
            object ->
                object.at("/metadata/annotations").has(APPROVAL)
                    && object
                        .at("/metadata/labels")
                        .path("tenantsmith.io/state")
                        .asString("")
                        .equals("erasing"));
  }

  /** One that is made once: nobody makes it again. */
  private void secret(JsonNode object) {
    JsonNode target = object.at("/spec/target");
    if (!object.at("/spec/refreshPolicy").asString("").equals("CreatedOnce")) {
      return;
    }
    if (!target.path("immutable").asBoolean()
        || !target.path("creationPolicy").asString("").equals("Orphan")) {
      problems.add(display(object) + " makes a Secret once that may be changed or deleted");
    }
    protectedBy(object, namespace(object), "secrets", "variables.generated");
  }

  private void protectedBy(JsonNode object, String namespace, String resource, String variable) {
    for (JsonNode binding : objects.ofKind("ValidatingAdmissionPolicyBinding")) {
      if (denies(binding) && selects(binding.at("/spec/matchResources"), namespace)) {
        String policy = binding.at("/spec/policyName").asString("");
        for (JsonNode one : objects.ofKind("ValidatingAdmissionPolicy")) {
          if (name(one).equals(policy) && refusesDeletion(one, resource, variable)) {
            return;
          }
        }
      }
    }
    problems.add(display(object) + ": no policy protects " + resource + " of " + namespace);
  }

  private static boolean denies(JsonNode binding) {
    for (JsonNode action : binding.at("/spec/validationActions")) {
      if (action.asString("").equals("Deny")) {
        return true;
      }
    }
    return false;
  }

  private boolean selects(JsonNode match, String namespace) {
    for (JsonNode expression : match.at("/namespaceSelector/matchExpressions")) {
      String value = objects.labelsOf(namespace).get(expression.path("key").asString(""));
      if (value == null || !takes(expression, value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean takes(JsonNode expression, String value) {
    if (expression.path("operator").asString("").equals("Exists")) {
      return true;
    }
    for (JsonNode allowed : expression.path("values")) {
      if (allowed.asString("").equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean refusesDeletion(JsonNode policy, String resource, String variable) {
    for (JsonNode rule : policy.at("/spec/matchConstraints/resourceRules")) {
      if (rule.path("operations").toString().contains("\"DELETE\"")
          && rule.path("resources").toString().contains('"' + resource + '"')) {
        return policy.at("/spec/validations").toString().contains(variable);
      }
    }
    return false;
  }
}
