package io.tenantsmith.render;

import java.util.List;

/**
 * Series that rules and dashboards read and that nothing in the output makes Prometheus scrape.
 *
 * @param prefix how their names begin, up to the first {@code _}
 * @param source who has them, for people
 */
public record ForeignSeries(String prefix, String source) {

  /** All of them, sorted by prefix. */
  public static final List<ForeignSeries> ALL =
      List.of(
          new ForeignSeries("certmanager", "cert-manager"),
          new ForeignSeries("container", "the kubelets, `/metrics/cadvisor`"),
          new ForeignSeries(
              "envoy",
              "the proxies of the Gateway, port 19001, `/stats/prometheus`: a PodMonitor, since"
                  + " prometheus-operator ignores their annotations"),
          new ForeignSeries("kube", "kube-state-metrics"),
          new ForeignSeries("kubelet", "the kubelets, `/metrics`"));
}
