package io.tenantsmith.render.platform;

import java.util.List;

/** What tenants use, recorded once for all of them. */
final class UsageRules {

  private static final List<RecordingRule> RULES =
      List.of(
          new RecordingRule(
              "tenant:container_cpu_usage_cores:rate5m",
              """
              sum by (namespace, container) (
                rate(container_cpu_usage_seconds_total{job="kubelet", metrics_path="/metrics/cadvisor", namespace=~"@prefix@.+", container!="", image!=""}[5m])
              )
              """),
          new RecordingRule(
              "tenant:container_cpu_limit_cores:sum",
              """
              sum by (namespace, container) (
                max by (namespace, pod, container) (
                  kube_pod_container_resource_limits{job="kube-state-metrics", resource="cpu", namespace=~"@prefix@.+"}
                )
                * on (namespace, pod) group_left ()
                max by (namespace, pod) (
                  kube_pod_status_phase{job="kube-state-metrics", phase="Running", namespace=~"@prefix@.+"} == 1
                )
              )
              """),
          new RecordingRule(
              "tenant:container_memory_working_set_bytes:sum",
              """
              sum by (namespace, container) (
                container_memory_working_set_bytes{job="kubelet", metrics_path="/metrics/cadvisor", namespace=~"@prefix@.+", container!="", image!=""}
              )
              """),
          new RecordingRule(
              "tenant:container_memory_limit_bytes:sum",
              """
              sum by (namespace, container) (
                max by (namespace, pod, container) (
                  kube_pod_container_resource_limits{job="kube-state-metrics", resource="memory", namespace=~"@prefix@.+"}
                )
                * on (namespace, pod) group_left ()
                max by (namespace, pod) (
                  kube_pod_status_phase{job="kube-state-metrics", phase="Running", namespace=~"@prefix@.+"} == 1
                )
              )
              """),
          new RecordingRule(
              "tenant_cpu_usage_percent",
              """
              label_replace(
                100 * tenant:container_cpu_usage_cores:rate5m / tenant:container_cpu_limit_cores:sum,
                "tenant", "$1", "namespace", "@prefix@(.+)"
              )
              """),
          new RecordingRule(
              "tenant_memory_usage_percent",
              """
              label_replace(
                100 * tenant:container_memory_working_set_bytes:sum / tenant:container_memory_limit_bytes:sum,
                "tenant", "$1", "namespace", "@prefix@(.+)"
              )
              """),
          new RecordingRule(
              "tenant_disk_usage_percent",
              """
              label_replace(
                100
                * max by (namespace, persistentvolumeclaim) (kubelet_volume_stats_used_bytes{job="kubelet", namespace=~"@prefix@.+"})
                / max by (namespace, persistentvolumeclaim) (kubelet_volume_stats_capacity_bytes{job="kubelet", namespace=~"@prefix@.+"}),
                "tenant", "$1", "namespace", "@prefix@(.+)"
              )
              """),
          new RecordingRule(
              "tenant:pvc_requested_bytes:sum",
              """
              sum by (namespace) (
                max by (namespace, persistentvolumeclaim) (
                  kube_persistentvolumeclaim_resource_requests_storage_bytes{job="kube-state-metrics", namespace=~"@prefix@.+"}
                )
              )
              """),
          new RecordingRule(
              "tenant:gateway_requests:rate5m",
              """
              sum by (namespace) (
                label_replace(
                  rate(envoy_cluster_upstream_rq_total{envoy_cluster_name=~"(httproute|grpcroute)/@prefix@[^/]+/.+"}[5m]),
                  "namespace", "$1", "envoy_cluster_name", "[^/]+/([^/]+)/.+"
                )
              )
              """),
          new RecordingRule(
              "tenant:gateway_bytes:rate5m",
              """
              sum by (namespace) (
                label_replace(
                  rate(envoy_cluster_upstream_cx_rx_bytes_total{envoy_cluster_name=~"(httproute|grpcroute)/@prefix@[^/]+/.+"}[5m]),
                  "namespace", "$1", "envoy_cluster_name", "[^/]+/([^/]+)/.+"
                )
              )
              +
              sum by (namespace) (
                label_replace(
                  rate(envoy_cluster_upstream_cx_tx_bytes_total{envoy_cluster_name=~"(httproute|grpcroute)/@prefix@[^/]+/.+"}[5m]),
                  "namespace", "$1", "envoy_cluster_name", "[^/]+/([^/]+)/.+"
                )
              )
              """),
          new RecordingRule(
              "tenant:database_questions:rate5m",
              """
              sum by (namespace) (rate(mysql_global_status_questions{namespace=~"@prefix@.+"}[5m]))
              """),
          new RecordingRule(
              "tenant:content_workflows:rate5m",
              """
              sum by (namespace) (
                label_replace(
                  rate(content_workflow_runs_total{tenant!="", status="succeeded"}[5m]),
                  "namespace", "@prefix@$1", "tenant", "(.+)"
                )
              )
              """));

  private UsageRules() {}

  /** In the order in which they read each other. */
  static List<RecordingRule> all() {
    return RULES;
  }
}
