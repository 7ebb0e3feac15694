package io.tenantsmith.render.site;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.autoscaling.v2.ContainerResourceMetricSource;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingPolicy;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRules;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import io.tenantsmith.model.WebPlan;
import java.util.List;

/** Says how many web pods run: the autoscaler, where the plan leaves a choice, and the budget. */
final class WordPressScaling {

  private static final int CPU_PERCENT = 80;

  private WordPressScaling() {}

  static List<HasMetadata> of(WordPressSite site) {
    WebPlan plan = site.tenant().web();
    return plan.minReplicas() == plan.maxReplicas()
        ? List.of(budget(site))
        : List.of(autoscaler(site, plan), budget(site));
  }

  private static HorizontalPodAutoscaler autoscaler(WordPressSite site, WebPlan plan) {
    CrossVersionObjectReference target = new CrossVersionObjectReference();
    target.setApiVersion("apps/v1");
    target.setKind("Deployment");
    target.setName(WordPressSite.NAME);
    HorizontalPodAutoscalerBehavior behavior = new HorizontalPodAutoscalerBehavior();
    behavior.setScaleDown(oneEvery(120, 600));
    behavior.setScaleUp(oneEvery(30, 30));
    HorizontalPodAutoscalerSpec spec = new HorizontalPodAutoscalerSpec();
    spec.setBehavior(behavior);
    spec.setMaxReplicas(plan.maxReplicas());
    spec.setMetrics(List.of(cpu()));
    spec.setMinReplicas(plan.minReplicas());
    spec.setScaleTargetRef(target);
    HorizontalPodAutoscaler autoscaler = new HorizontalPodAutoscaler();
    autoscaler.setMetadata(site.scope().metadata(WordPressSite.NAME));
    autoscaler.setSpec(spec);
    return autoscaler;
  }

  private static HPAScalingRules oneEvery(int seconds, int window) {
    HPAScalingPolicy policy = new HPAScalingPolicy();
    policy.setPeriodSeconds(seconds);
    policy.setType("Pods");
    policy.setValue(1);
    HPAScalingRules rules = new HPAScalingRules();
    rules.setPolicies(List.of(policy));
    rules.setStabilizationWindowSeconds(window);
    return rules;
  }

  private static MetricSpec cpu() {
    MetricTarget target = new MetricTarget();
    target.setAverageUtilization(CPU_PERCENT);
    target.setType("Utilization");
    ContainerResourceMetricSource source = new ContainerResourceMetricSource();
    source.setName("cpu");
    source.setContainer(WordPressWebContainer.NAME);
    source.setTarget(target);
    MetricSpec metric = new MetricSpec();
    metric.setContainerResource(source);
    metric.setType("ContainerResource");
    return metric;
  }

  /** One pod at a time may go; a fewest number would block every drain where there is one pod. */
  private static PodDisruptionBudget budget(WordPressSite site) {
    PodDisruptionBudgetSpec spec = new PodDisruptionBudgetSpec();
    spec.setMaxUnavailable(new IntOrString(1));
    spec.setSelector(WordPressDeployment.WEB.selector());
    spec.setUnhealthyPodEvictionPolicy("AlwaysAllow");
    PodDisruptionBudget budget = new PodDisruptionBudget();
    budget.setMetadata(site.scope().metadata(WordPressSite.NAME));
    budget.setSpec(spec);
    return budget;
  }
}
