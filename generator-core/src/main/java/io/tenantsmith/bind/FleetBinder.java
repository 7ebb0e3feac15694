package io.tenantsmith.bind;

import static io.tenantsmith.bind.Scalars.checked;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.DisplayName;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.MailAddress;
import io.tenantsmith.model.PlainNames;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Values;
import io.tenantsmith.model.WebAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds fleet.yaml, with the defaults of all that a newcomer leaves out. */
final class FleetBinder {

  private static final Reading<String> LABEL = checked(Code.VAL114, PlainNames::label);
  private static final Reading<HostName> HOST = checked(Code.VAL102, HostName::parse);
  private static final Reading<String> MAIL = checked(Code.VAL104, MailAddress::check);

  private final SourceRange whole;
  private final Fields root;

  FleetBinder(String file, Fields root) {
    this.whole = SourceRange.ofFile(file);
    this.root = root;
  }

  /** The fleet; null if what all else is named after is missing. */
  @Nullable Fleet bind() {
    Sourced<String> name = root.sourced("fleet", checked(Code.VAL114, PlainNames::shortLabel));
    Sourced<HostName> domain = root.sourced("domain", HOST);
    List<Cluster> clusters = clusters();
    // All parts are read before it is decided, so that every mistake is reported.
    Sourced<HostName> fallback = domain == null ? unknownDomain() : domain;
    String fleetName = name == null ? "fleet" : name.value();
    Sourced<String> environment =
        clusters.isEmpty() ? stated("prod") : clusters.get(0).environment();
    Fleet fleet =
        new Fleet(
            name == null ? stated(fleetName) : name,
            fallback,
            or(
                root.sourced("namespace_prefix", checked(Code.VAL114, PlainNames::namespacePrefix)),
                "tenant-"),
            contacts(),
            identity(fallback),
            host(root.below("open_webui"), "chat", fallback),
            clusters,
            Slot.read(Slots.TEMPLATE, root.below("defaults")),
            images(),
            services(fleetName),
            guards(),
            publish(environment, fallback.value()));
    return name == null || domain == null || clusters.isEmpty() ? null : fleet;
  }

  private List<Cluster> clusters() {
    List<Cluster> clusters = new ArrayList<>();
    for (Fields fields : root.items("clusters")) {
      Cluster cluster = new ClusterBinder(whole, fields).bind();
      if (cluster != null) {
        clusters.add(cluster);
      }
    }
    return clusters;
  }

  private Fleet.Contacts contacts() {
    return new Fleet.Contacts(
        root.value("contact_email", MAIL),
        root.value("paused_page", checked(Code.VAL108, WebAddress::https)));
  }

  private Fleet.Identity identity(Sourced<HostName> domain) {
    Fields identity = root.below("identity");
    return new Fleet.Identity(
        host(identity, "auth", domain),
        identity.value("blueprints", Scalars.TEXT, "sidecar"),
        identity.value("groups_prefix", Scalars.TEXT, "oidc:"));
  }

  /** A host of the platform; one that is derived stands where the domain stands. */
  private static Sourced<HostName> host(Fields fields, String label, Sourced<HostName> domain) {
    Sourced<HostName> host = fields.sourced("host", HOST);
    return host == null ? new Sourced<>(domain.value().withPrefix(label), domain.range()) : host;
  }

  private Values images() {
    return DefaultImages.below(Slot.read(Slots.IMAGES, root));
  }

  private Fleet.Services services(String fleetName) {
    Fields backup = root.below("backup");
    Fields velero = backup.below("velero");
    Fields monitoring = root.below("monitoring");
    HostName endpoint = backup.value("endpoint", HOST);
    return new Fleet.Services(
        secrets(),
        new Fleet.Backup(
            backup.value(
                "bucket", checked(Code.VAL114, PlainNames::dotted), fleetName + "-backups"),
            endpoint == null ? "s3.amazonaws.com" : endpoint.value(),
            velero.value("namespace", LABEL, "velero"),
            velero.value("location", LABEL, "default")),
        new Fleet.Monitoring(
            monitoring.value("namespace", LABEL, "monitoring"),
            monitoring.value("release", LABEL, "kube-prometheus-stack")));
  }

  private Fleet.Secrets secrets() {
    Fields secrets = root.below("secrets");
    return new Fleet.Secrets(
        or(secrets.sourced("provider", Scalars.TEXT), "kubernetes"),
        secrets.sourced("server", checked(Code.VAL108, WebAddress::https)),
        secrets.sourced("path", checked(Code.VAL114, PlainNames::mount)),
        secrets.sourced("auth_mount", checked(Code.VAL114, PlainNames::mount)));
  }

  private Fleet.Guards guards() {
    Fields guards = root.below("guards");
    return new Fleet.Guards(
        or(guards.sourced("max_removed_tenants", Scalars.INTEGER), 1),
        or(guards.sourced("max_changed_percent", Scalars.INTEGER), 10));
  }

  private Fleet.Publish publish(Sourced<String> environment, HostName domain) {
    Fields publish = root.below("publish");
    Fields author = publish.below("author");
    Reading<String> repository = checked(Code.VAL108, WebAddress::repository);
    Sourced<String> branch = publish.sourced("branch", checked(Code.VAL114, PlainNames::branch));
    return new Fleet.Publish(
        publish.sourced("repository", repository),
        publish.value("create", Scalars.BOOLEAN, false),
        publish.value("url", repository),
        branch == null
            ? new Sourced<>("environment/" + environment.value(), environment.range())
            : branch,
        or(publish.sourced("mode", Scalars.TEXT), "direct"),
        new Fleet.Author(
            author.value("name", checked(Code.VAL105, DisplayName::check), "Tenantsmith"),
            author.value("email", MAIL, "tenantsmith@" + domain)));
  }

  private <T> Sourced<T> or(@Nullable Sourced<T> value, T otherwise) {
    return value == null ? stated(otherwise) : value;
  }

  private <T> Sourced<T> stated(T value) {
    return new Sourced<>(value, whole);
  }

  /** Stands in while the rest of a file without a good domain is read; never leaves this class. */
  private Sourced<HostName> unknownDomain() {
    return new Sourced<>(new HostName("example.invalid"), whole);
  }
}
