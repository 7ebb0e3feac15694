package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MatchResources;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.NamedRuleWithOperations;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicySpec;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.Validation;
import io.tenantsmith.render.Labels;
import java.util.List;

/**
 * A policy that the API server itself enforces in tenants' namespaces.
 *
 * @param targets what it judges
 * @param variables read by the rules and by later variables
 * @param rules all must hold
 */
record AdmissionPolicy(
    String name, List<Target> targets, List<Variable> variables, List<Rule> rules) {

  AdmissionPolicy {
    targets = List.copyOf(targets);
    variables = List.copyOf(variables);
    rules = List.copyOf(rules);
  }

  /** Operations on resources of one API group. */
  record Target(String group, List<String> operations, List<String> resources) {

    Target {
      operations = List.copyOf(operations);
      resources = List.copyOf(resources);
    }

    private NamedRuleWithOperations tree() {
      NamedRuleWithOperations rule = new NamedRuleWithOperations();
      rule.setApiGroups(List.of(group));
      rule.setApiVersions(List.of("*"));
      rule.setOperations(operations);
      rule.setResources(resources);
      return rule;
    }
  }

  /** A name for a CEL expression. */
  record Variable(String name, String expression) {}

  /** A CEL expression and what the API server says where it does not hold. */
  record Rule(String expression, String message) {

    private Validation tree() {
      Validation validation = new Validation();
      validation.setExpression(expression);
      validation.setMessage(message);
      validation.setReason("Forbidden");
      return validation;
    }
  }

  /** The policy itself; where it can not be asked, nothing goes through. */
  ValidatingAdmissionPolicy policy(Platform platform) {
    MatchResources match = new MatchResources();
    match.setResourceRules(targets.stream().map(Target::tree).toList());
    ValidatingAdmissionPolicySpec spec = new ValidatingAdmissionPolicySpec();
    spec.setFailurePolicy("Fail");
    spec.setMatchConstraints(match);
    spec.setValidations(rules.stream().map(Rule::tree).toList());
    spec.setVariables(variables.stream().map(AdmissionPolicy::variable).toList());
    ValidatingAdmissionPolicy policy = new ValidatingAdmissionPolicy();
    policy.setMetadata(platform.metadata("", name));
    policy.setSpec(spec);
    return policy;
  }

  /** Puts it in force in every tenant's namespace. */
  ValidatingAdmissionPolicyBinding binding(Platform platform) {
    LabelSelectorRequirement isTenant = new LabelSelectorRequirement();
    isTenant.setKey(Labels.PREFIX + "tenant");
    isTenant.setOperator("Exists");
    LabelSelector tenants = new LabelSelector();
    tenants.setMatchExpressions(List.of(isTenant));
    MatchResources match = new MatchResources();
    match.setNamespaceSelector(tenants);
    ValidatingAdmissionPolicyBindingSpec spec = new ValidatingAdmissionPolicyBindingSpec();
    spec.setMatchResources(match);
    spec.setPolicyName(name);
    spec.setValidationActions(List.of("Deny", "Audit"));
    ValidatingAdmissionPolicyBinding binding = new ValidatingAdmissionPolicyBinding();
    binding.setMetadata(platform.metadata("", name));
    binding.setSpec(spec);
    return binding;
  }

  private static io.fabric8.kubernetes.api.model.admissionregistration.v1.Variable variable(
      Variable variable) {
    var tree = new io.fabric8.kubernetes.api.model.admissionregistration.v1.Variable();
    tree.setName(variable.name());
    tree.setExpression(variable.expression());
    return tree;
  }
}
