package io.tenantsmith.certificate;

import io.tenantsmith.certificate.TenantPast.Passed;
import io.tenantsmith.engine.StepPlan.Item;
import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.model.PublishedFacts.Fixed;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.Layout;
import io.tenantsmith.steps.Claims;
import io.tenantsmith.steps.ContentLedger;
import io.tenantsmith.steps.ExportJob;
import io.tenantsmith.steps.TenantObjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a tenant leaves behind: its data, copies of it, and what was never its own.
 *
 * @param erasing the state in which its objects could still be read
 */
record Traces(TenantPast past, Passed erasing) {

  private static final String WRITTEN =
      "month, person, title and address of each post that content automation wrote for it, until"
          + " the first of the checks";

  String namespace() {
    return fixed().map(Fixed::namespace).orElse("tenant-" + past.id());
  }

  String cluster() {
    return line().cluster();
  }

  /** What holds data. */
  List<Object> data() {
    List<Object> data = new ArrayList<>();
    for (KubernetesObject object : erasing.objects().ofKind("Namespace")) {
      data.add(row("kind", "Namespace", "name", object.ref().name()));
    }
    Claims.of(erasing.objects(), line()).forEach(claim -> data.add(claim(claim)));
    return data;
  }

  /** The Secrets that were made for it. */
  List<String> secrets() {
    TreeSet<String> names = new TreeSet<>();
    for (KubernetesObject object : erasing.objects().ofKind("Secret")) {
      names.add(object.namespace() + "/" + object.ref().name());
    }
    for (KubernetesObject object : erasing.objects().ofKind("ExternalSecret")) {
      String target = Node.of(object.tree()).at("spec", "target", "name").text();
      names.add(object.namespace() + "/" + (target.isEmpty() ? object.ref().name() : target));
    }
    return List.copyOf(names);
  }

  /** Where its export is; empty if it had none. */
  Optional<Object> export() {
    return lastJob()
        .map(
            job ->
                row(
                    "location",
                    job.place(past.id()),
                    "inventory",
                    "inventory.json",
                    "encryptedWith",
                    key()));
  }

  List<Object> copies() {
    Instant erased = past.in(TenantState.ERASED).orElseThrow().time();
    List<Object> copies = new ArrayList<>();
    Optional<VeleroSchedule> ofNamespace = VeleroSchedule.in(last(TenantState.RETAINED));
    Optional<VeleroSchedule> ofPlatform = VeleroSchedule.in(past.removal().platform());
    String keyUntil =
        ofNamespace.map(found -> found.until(erasing.time())).orElse(VeleroSchedule.day(erased));
    lastJob()
        .ifPresent(
            job ->
                copies.add(ofDatabase("s3://" + job.bucket() + "/" + past.id() + "/", keyUntil)));
    ofNamespace.ifPresent(
        found ->
            copies.add(
                copy(
                    "Velero backups of the namespace",
                    found.location(),
                    found.until(erasing.time()),
                    "none is made from erasing on; ttl " + found.ttl())));
    ofPlatform.ifPresent(
        found ->
            copies.add(
                copy(
                    "Velero backups of " + Layout.ADMIN_APPS + ", with its Secrets",
                    found.location(),
                    found.until(erased),
                    "ttl " + found.ttl() + " after erased")));
    return copies;
  }

  /** A vault has a copy of their key: no day is known then. */
  private Object ofDatabase(String where, String keyUntil) {
    String what = "nightly database backups, binary logs and the export";
    return vault().isPresent()
        ? row(
            "what",
            what,
            "where",
            where,
            "because",
            "their key was in Secret " + key() + ", and its copy in Vault is left there")
        : copy(
            what,
            where,
            keyUntil,
            "their key was in Secret " + key() + ", and no copy of that is older");
  }

  /** The vault to which its Secrets were copied while it ran. */
  private Optional<Node> vault() {
    TenantObjects open = last(TenantState.SUSPENDED);
    return open.ofKind("PushSecret").isEmpty()
        ? Optional.empty()
        : open.ofKind("SecretStore").stream()
            .map(store -> Node.of(store.tree()).at("spec", "provider", "vault"))
            .findFirst();
  }

  List<Object> left() {
    List<Object> left = new ArrayList<>();
    String platforms = "the platform's";
    left.add(
        thing(
            "Secret backup-s3-" + past.id() + ", where it has keys of its own",
            Layout.ADMIN_APPS,
            platforms));
    lastJob()
        .ifPresent(
            job ->
                left.add(
                    thing(
                        "objects below " + past.id() + "/", "bucket " + job.bucket(), platforms)));
    vault()
        .ifPresent(
            vault ->
                left.add(
                    thing(
                        "copies of its Secrets below " + namespace() + "/",
                        "Vault " + vault.get("server").text() + ", " + vault.get("path").text(),
                        platforms)));
    if (hasLedger()) {
      left.add(thing(WRITTEN, "claim " + Layout.ADMIN_APPS + "/" + ContentLedger.CLAIM, platforms));
    }
    left.add(
        thing(
            "volumes of classes with reclaim policy Retain", "the cluster", "the storage class's"));
    left.add(thing("user accounts and audit events", "Authentik", "the people's"));
    left.add(thing("metrics, until their retention", "Prometheus", platforms));
    return left;
  }

  List<Object> checks() {
    String label = " -l tenantsmith.io/tenant=" + past.id();
    List<Object> checks = new ArrayList<>();
    if (hasLedger()) {
      checks.add(check(ContentLedger.erasing(past.id()), "erased 0 workflows, the second time"));
    }
    checks.add(check("kubectl get namespace " + namespace(), "NotFound"));
    checks.add(
        check(
            "kubectl -n "
                + Layout.ADMIN_APPS
                + " get externalsecrets,secrets,configmaps,roles,rolebindings,httproutes"
                + label,
            "No resources found"));
    checks.add(
        check(
            "kubectl get persistentvolumes -o jsonpath='{.items[?(@.spec.claimRef.namespace==\""
                + namespace()
                + "\")].metadata.name}'",
            "nothing, or the volumes of a class that retains"));
    return checks;
  }

  /** Whether content automation counts what it writes, in a claim that all tenants share. */
  private boolean hasLedger() {
    return ContentLedger.isIn(past.removal().platform());
  }

  private PublishedTenant line() {
    return Objects.requireNonNull(erasing.line());
  }

  private Optional<Fixed> fixed() {
    return line().remembered().known();
  }

  private String key() {
    return namespace() + "/backup-encryption";
  }

  private static Object claim(Item claim) {
    return row(
        "kind",
        claim.kind(),
        "namespace",
        claim.namespace(),
        "name",
        claim.name(),
        "size",
        Objects.requireNonNull(claim.size()),
        "storageClass",
        Objects.requireNonNull(claim.storageClass()));
  }

  private TenantObjects last(TenantState state) {
    return past.lastIn(state).map(Passed::objects).orElse(TenantObjects.NONE);
  }

  private Optional<ExportJob> lastJob() {
    return ExportJob.in(last(TenantState.SUSPENDED));
  }

  private static Object copy(String what, String where, String until, String because) {
    return row("what", what, "where", where, "readableUntil", until, "because", because);
  }

  private static Object thing(String what, String where, String whose) {
    return row("what", what, "where", where, "whose", whose);
  }

  private static Object check(String command, String expect) {
    return row("command", command, "expect", expect);
  }

  private static Object row(String... namesAndValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new JsonWriter.OneLine(row);
  }
}
