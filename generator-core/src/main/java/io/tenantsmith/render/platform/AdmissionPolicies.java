package io.tenantsmith.render.platform;

import io.tenantsmith.render.platform.AdmissionPolicy.Rule;
import io.tenantsmith.render.platform.AdmissionPolicy.Target;
import io.tenantsmith.render.platform.AdmissionPolicy.Variable;
import java.util.List;

/** The policies that keep tenants apart even if a wrong manifest is applied. */
final class AdmissionPolicies {

  private static final List<String> WRITES = List.of("CREATE", "UPDATE");
  private static final String OWN_STORE =
      "tenants use their own SecretStore, never a ClusterSecretStore";

  private AdmissionPolicies() {}

  /** All of them, by name. */
  static List<AdmissionPolicy> all() {
    return List.of(databaseReferences(), deletion(), hostNames(), secretSources());
  }

  /** A reference across namespaces is how one tenant would reach the database of another. */
  private static AdmissionPolicy databaseReferences() {
    return new AdmissionPolicy(
        "tenant-database-refs",
        List.of(
            new Target(
                "k8s.mariadb.com",
                WRITES,
                List.of(
                    "databases",
                    "users",
                    "grants",
                    "backups",
                    "physicalbackups",
                    "restores",
                    "connections",
                    "sqljobs"))),
        List.of(),
        List.of(
            new Rule(
                "!has(object.spec.mariaDbRef) || "
                    + "!has(object.spec.mariaDbRef.namespace) || "
                    + "object.spec.mariaDbRef.namespace == '' || "
                    + "object.spec.mariaDbRef.namespace == object.metadata.namespace",
                "mariaDbRef must stay inside the tenant namespace")));
  }

  /** What holds data is deleted only where the life cycle has put its approval. */
  private static AdmissionPolicy deletion() {
    return new AdmissionPolicy(
        "tenant-deletion",
        List.of(
            new Target("", List.of("DELETE"), List.of("namespaces", "persistentvolumeclaims")),
            new Target("k8s.mariadb.com", List.of("DELETE"), List.of("mariadbs", "databases"))),
        List.of(
            new Variable("holder", "oldObject.kind == 'Namespace' ? oldObject : namespaceObject"),
            new Variable(
                "approved",
                "has(variables.holder.metadata.annotations) && "
                    + "'tenantsmith.io/erase' in variables.holder.metadata.annotations "
                    + "&& variables.holder.metadata.annotations['tenantsmith.io/erase'] "
                    + "== variables.holder.metadata.labels['tenantsmith.io/tenant']")),
        List.of(
            new Rule(
                "!has(oldObject.metadata.annotations) || "
                    + "!('kustomize.toolkit.fluxcd.io/prune' in "
                    + "oldObject.metadata.annotations) || variables.approved",
                "this object holds data of a tenant; it is deleted only in state "
                    + "erasing, by the life cycle")));
  }

  /** A tenant takes no host of another. */
  private static AdmissionPolicy hostNames() {
    return new AdmissionPolicy(
        "tenant-hostnames",
        List.of(
            new Target(
                "gateway.networking.k8s.io",
                WRITES,
                List.of("httproutes", "grpcroutes", "tlsroutes", "listenersets"))),
        List.of(
            new Variable(
                "allowed",
                "has(namespaceObject.metadata.annotations) && "
                    + "'tenantsmith.io/allowed-hostnames' in "
                    + "namespaceObject.metadata.annotations ? "
                    + "namespaceObject.metadata.annotations['tenantsmith.io/allowed-hostnames'].split(',') "
                    + ": []")),
        List.of(
            new Rule(
                "has(object.spec.listeners) || (has(object.spec.hostnames) && "
                    + "size(object.spec.hostnames) > 0 && object.spec.hostnames.all(h, h "
                    + "in variables.allowed))",
                "every route needs hostnames, and each must be in the namespace's "
                    + "allowed-hostnames annotation"),
            new Rule(
                "!has(object.spec.listeners) || object.spec.listeners.all(l, "
                    + "has(l.hostname) && l.hostname in variables.allowed)",
                "every listener needs a hostname from the namespace's "
                    + "allowed-hostnames annotation")));
  }

  /** A store of the cluster would read every Secret. */
  private static AdmissionPolicy secretSources() {
    return new AdmissionPolicy(
        "tenant-secret-sources",
        List.of(
            new Target(
                "external-secrets.io",
                WRITES,
                List.of("externalsecrets", "pushsecrets", "secretstores"))),
        List.of(),
        List.of(
            new Rule(
                "!has(object.spec.secretStoreRef) || "
                    + "!has(object.spec.secretStoreRef.kind) || "
                    + "object.spec.secretStoreRef.kind == 'SecretStore'",
                OWN_STORE),
            new Rule(
                "!has(object.spec.secretStoreRefs) || "
                    + "object.spec.secretStoreRefs.all(r, !has(r.kind) || r.kind == "
                    + "'SecretStore')",
                OWN_STORE),
            new Rule(
                "!has(object.spec.data) || object.spec.data.all(d, "
                    + "!has(d.sourceRef) || !has(d.sourceRef.storeRef) || "
                    + "!has(d.sourceRef.storeRef.kind) || d.sourceRef.storeRef.kind == "
                    + "'SecretStore')",
                OWN_STORE),
            new Rule(
                "!has(object.spec.dataFrom) || object.spec.dataFrom.all(d, "
                    + "!has(d.sourceRef) || !has(d.sourceRef.storeRef) || "
                    + "!has(d.sourceRef.storeRef.kind) || d.sourceRef.storeRef.kind == "
                    + "'SecretStore')",
                OWN_STORE)));
  }
}
