package io.tenantsmith.patch;

import io.tenantsmith.objects.FieldChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which labels and annotations a patch may change: only keys of a domain that no program here
 * reads.
 */
final class MetadataKeys {

  private static final Set<String> NO_PRUNE =
      Set.of("argocd.argoproj.io/sync-options", "kustomize.toolkit.fluxcd.io/prune");

  /** Domains, including subdomains, whose keys control programs. */
  private static final List<String> STEERING =
      List.of(
          "tenantsmith.io",
          "kubernetes.io",
          "k8s.io",
          "fluxcd.io",
          "argoproj.io",
          "cert-manager.io",
          "external-secrets.io",
          "mariadb.com",
          "velero.io",
          "goauthentik.io",
          "prometheus.io",
          "coreos.com",
          "grafana.com",
          "stakater.com",
          "emberstack.com",
          "istio.io",
          "linkerd.io",
          "cilium.io",
          "projectcalico.org",
          "envoyproxy.io",
          "x-k8s.io",
          "helm.sh",
          "hashicorp.com",
          "kyverno.io",
          "gatekeeper.sh");

  private MetadataKeys() {}

  /** The subject that a change in the metadata of an object or pod touches but must not. */
  static Optional<String> subject(FieldChange change) {
    int at = change.path().lastIndexOf("metadata");
    List<String> below = change.path().subList(at + 1, change.path().size());
    if (below.isEmpty()) {
      return Optional.empty();
    }
    if (!below.get(0).equals("labels") && !below.get(0).equals("annotations")) {
      return Optional.of("the metadata");
    }
    return below.size() < 2 ? Optional.empty() : key(below.get(1));
  }

  private static Optional<String> key(String key) {
    if (NO_PRUNE.contains(key)) {
      return Optional.of("a no-prune mark");
    }
    int slash = key.indexOf('/');
    String domain = slash < 0 ? "" : key.substring(0, slash);
    boolean isFree =
        !domain.isEmpty()
            && STEERING.stream().noneMatch(s -> domain.equals(s) || domain.endsWith("." + s));
    return isFree ? Optional.empty() : Optional.of("a mark that programs read");
  }
}
