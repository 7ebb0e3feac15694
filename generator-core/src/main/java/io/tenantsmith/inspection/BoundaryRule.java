package io.tenantsmith.inspection;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.Layout;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No object of a tenant names another tenant, or stands or reaches where it has nothing to do. */
final class BoundaryRule implements OutputRule {

  private static final String TENANT = "tenantsmith.io/tenant";
  private static final String DEDICATED = "tenantsmith.io/dedicated";
  private static final String NAMESPACE_LABEL = "kubernetes.io/metadata.name";

  /** Kinds that reach all namespaces. */
  private static final Set<String> WIDE =
      Set.of("ClusterSecretStore", "ClusterRole", "ClusterGenerator", "ClusterExternalSecret");

  private static final List<String> GROUPS = List.of("-admins", "-users", "-viewers");
  private static final Pattern SERVICE =
      Pattern.compile("[a-z0-9-]+\\.([a-z0-9-]+)\\.svc(?![a-z0-9-])");
  private static final Pattern SELECTED =
      Pattern.compile("namespace *(=~|!=|!~|=) *\\\\*[\"'`]([^\"'`\\\\]*)");

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    for (ObjectValues object : output.values()) {
      new Judgement(output, object, report).judge();
    }
  }

  /** Judges one object. */
  private static final class Judgement {

    private final TenantOutput output;
    private final ObjectValues object;
    private final Consumer<Finding> report;
    private boolean told;

    Judgement(TenantOutput output, ObjectValues object, Consumer<Finding> report) {
      this.output = output;
      this.object = object;
      this.report = report;
    }

    void judge() {
      place();
      if (object.kind().equals("Role") && !object.namespace().equals(own())) {
        role();
      }
      Node backedUp = object.spec().at("template", "includedNamespaces");
      if (object.kind().equals("Schedule") && backedUp.items().isEmpty()) {
        tell(backedUp, "all namespaces would be backed up", "name " + own());
      }
      for (Node text : object.texts()) {
        text(text);
      }
    }

    private void place() {
      String namespace = object.namespace();
      Node place = object.root().at("metadata", "namespace");
      if (namespace.isEmpty()) {
        if (!object.kind().equals("Namespace") || !object.name().equals(own())) {
          tell(object.root(), "it belongs to no tenant's namespace", "put it into " + own());
        }
        return;
      }
      if (namespace.equals(own()) || isGuest(namespace)) {
        return;
      }
      tell(
          place,
          "a "
              + object.kind()
              + " of a tenant has no place in namespace "
              + Quoted.quote(namespace),
          "put it into " + own());
    }

    /** Some objects of a tenant stand where the platform reads them. */
    private boolean isGuest(String namespace) {
      boolean shared =
          namespace.equals(Layout.ADMIN_APPS)
              && Set.of("ExternalSecret", "Secret", "Role", "RoleBinding", "ConfigMap", "HTTPRoute")
                  .contains(object.kind());
      String velero = output.fleet().services().backup().veleroNamespace();
      return shared || (namespace.equals(velero) && object.kind().equals("Schedule"));
    }

    /** Where others have Secrets, too, a Role names its own. */
    private void role() {
      for (Node rule : object.root().get("rules").items()) {
        Node names = rule.get("resourceNames");
        if (names.items().isEmpty()) {
          tell(names, "the objects of all tenants could be read", "name those of this tenant");
        }
        names.items().stream()
            .filter(name -> !output.known().holds("Secret", object.namespace(), name.text()))
            .forEach(
                name ->
                    tell(
                        name,
                        Quoted.quote(name.text()) + " is not made for this tenant",
                        "name only Secrets that are"));
      }
    }

    private void text(Node text) {
      told = false;
      String value = text.text();
      switch (text.key()) {
        case "namespace", "remoteNamespace", NAMESPACE_LABEL -> namespace(text);
        case "includedNamespaces", "namespaces", "matchNames" -> ownOnly(text, own());
        case TENANT -> ownOnly(text, tenant().id().value());
        case DEDICATED -> ownOnly(text, tenant().id().value());
        case "value" -> toleration(text);
        case "kind" -> kind(text);
        case "name" -> group(text);
        case "prefix" -> prefix(text);
        case "from" -> listener(text);
        default -> {}
      }
      if (value.contains(".svc")) {
        service(text);
      }
      if (value.contains("namespace")) {
        metrics(text);
      }
      if (!told && !isPlace(text)) {
        neighbour(text);
      }
    }

    /** Where the object itself stands. */
    private static boolean isPlace(Node text) {
      return text.key().equals("namespace") && text.path().equals("metadata.namespace");
    }

    private void namespace(Node text) {
      if (isPlace(text) || text.is(own())) {
        return;
      }
      Node above = text.parent() == null ? text : text.parent();
      if (!namespacesFor(text.key(), above).contains(text.text())) {
        tell(
            text,
            "namespace " + Quoted.quote(text.text()) + " is not this tenant's",
            "leave it out, or name " + own());
      }
    }

    /** Those of the platform that may stand at such a place. */
    private Set<String> namespacesFor(String key, Node above) {
      Fleet.Services services = output.fleet().services();
      if (key.equals("remoteNamespace")) {
        return Set.of(Layout.ADMIN_APPS);
      }
      if (key.equals(NAMESPACE_LABEL)) {
        return Set.of(
            Layout.ADMIN_APPS,
            tenant().cluster().gateway().proxyNamespace(),
            services.monitoring().namespace(),
            "kube-system",
            "mariadb-system");
      }
      boolean parent = above.key().equals("parentRef") || above.key().equals("parentRefs");
      return parent && above.get("kind").textOr("Gateway").equals("Gateway")
          ? Set.of(tenant().cluster().gateway().namespace())
          : Set.of();
    }

    private void ownOnly(Node text, String expected) {
      if (!text.is(expected)) {
        tell(
            text,
            Quoted.quote(text.text()) + " is not this tenant",
            "name " + expected + " or nothing");
      }
    }

    private void toleration(Node text) {
      if (text.beside("key").is(DEDICATED)) {
        ownOnly(text, tenant().id().value());
      }
    }

    private void kind(Node text) {
      if (WIDE.contains(text.text())) {
        tell(
            text,
            text.text() + " reaches into the namespaces of all tenants",
            "use one that lives in the tenant's namespace");
      }
    }

    /** Groups of the API server are named after the tenant, whatever its namespace is called. */
    private void group(Node text) {
      if (!text.keyAbove().equals("subjects")) {
        return;
      }
      String kind = text.beside("kind").text();
      boolean own =
          groups()
              .map(group -> output.fleet().identity().groupsPrefix() + group)
              .anyMatch(text::is);
      if (kind.equals("User") || (kind.equals("Group") && !own)) {
        tell(
            text,
            Quoted.quote(text.text()) + " is no group of this tenant",
            "bind the groups of its admins, users or viewers");
      }
    }

    private Stream<String> groups() {
      return GROUPS.stream().map(group -> "tenant-" + tenant().id().value() + group);
    }

    private void listener(Node text) {
      if (text.keyAbove().equals("namespaces") && text.is("All")) {
        tell(text, "routes of all tenants could use this listener", "choose Same");
      }
    }

    /** Below its prefix lie a tenant's backups. */
    private void prefix(Node text) {
      String expected = tenant().id().value() + "/";
      if (text.keyAbove().equals("s3") && !text.text().startsWith(expected)) {
        tell(
            text,
            Quoted.quote(text.text()) + " is not below this tenant's part of the bucket",
            "begin it with " + expected);
      }
    }

    /** A Service's name in the cluster: {@code name.namespace.svc}. */
    private void service(Node text) {
      Matcher matcher = SERVICE.matcher(text.text());
      while (matcher.find()) {
        if (!isReachable(matcher.group(1))) {
          tell(
              text,
              Quoted.quote(matcher.group()) + " is a Service of another namespace",
              "name Services of " + own() + " or of the platform");
          return;
        }
      }
    }

    private boolean isReachable(String namespace) {
      return namespace.equals(own()) || namespace.equals(Layout.ADMIN_APPS);
    }

    /** Another tenant's namespace as a word; texts that tenants write are theirs to choose. */
    private void neighbour(Node text) {
      if (object.kind().equals("ConfigMap") || text.key().equals("bucket")) {
        return;
      }
      String value = text.text();
      String prefix = output.fleet().namespacePrefix().value();
      int start = value.indexOf(prefix);
      while (start >= 0) {
        int end = endOfWord(value, start);
        String word = value.substring(start, end);
        boolean begins = start == 0 || !isPartOfWord(value.charAt(start - 1));
        if (begins && isNeighbour(word)) {
          tell(text, Quoted.quote(word) + " is another tenant's namespace", "leave it out");
          return;
        }
        start = value.indexOf(prefix, Math.max(end, start + 1));
      }
    }

    /** Names that we give may meet the namespace of a tenant, for instance tenant-web. */
    private boolean isNeighbour(String word) {
      return output.neighbours().contains(word)
          && !word.equals(own())
          && !output.known().isName(word)
          && groups().noneMatch(word::equals);
    }

    private static int endOfWord(String text, int start) {
      int end = start;
      while (end < text.length() && isPartOfWord(text.charAt(end))) {
        end++;
      }
      while (end > start && text.charAt(end - 1) == '.') {
        end--;
      }
      return end;
    }

    private static boolean isPartOfWord(char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    }

    /** What queries of metrics select: {@code namespace="..."}, perhaps in JSON. */
    private void metrics(Node text) {
      Matcher matcher = SELECTED.matcher(text.text());
      while (matcher.find()) {
        if (!matcher.group(1).equals("=") || !matcher.group(2).equals(own())) {
          tell(
              text,
              "a query selects the namespace " + Quoted.quote(matcher.group(2)),
              "select " + own() + " alone");
          return;
        }
      }
    }

    private String own() {
      return tenant().namespace();
    }

    private ResolvedTenant tenant() {
      return output.tenant();
    }

    private void tell(Node place, String fact, String hint) {
      told = true;
      report.accept(object.finding(Code.OBJ602, place, fact, hint));
    }
  }
}
