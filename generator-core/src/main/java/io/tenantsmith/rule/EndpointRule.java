package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.BackupKeys;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.MailKeys;
import io.tenantsmith.model.MailSecurity;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Settings;
import java.util.List;
import java.util.function.Consumer;

/**
 * What tenants call outside of the cluster can be called: it speaks the protocol that is spoken at
 * its port, and policies, which know addresses and no names, let them reach it.
 */
final class EndpointRule implements PerClusterRule {

  private static final int PLAIN_HTTP = 80;
  private static final int STARTTLS = 587;
  private static final int TLS = 465;

  @Override
  public void judge(
      Cluster cluster, Fleet fleet, Resolution resolution, Consumer<Diagnostic> report) {
    Settings settings = cluster.settings();
    reach(settings, BackupKeys.ENDPOINT, BackupKeys.CIDRS, report);
    store(settings, report);
    if (settings.find(MailKeys.HOST).isPresent()) {
      reach(settings, MailKeys.HOST, MailKeys.CIDRS, report);
      relay(settings, report);
    }
  }

  private static void reach(
      Settings settings,
      Key<HostName> host,
      Key<List<String>> ranges,
      Consumer<Diagnostic> report) {
    Setting<HostName> stated = settings.setting(host);
    String name = stated.value().value();
    if (HostsOfPolicies.isService(name)) {
      report.accept(
          Diagnostic.error(
                  Code.FLT419,
                  stated.origin().range(),
                  host.path()
                      + " "
                      + Quoted.quote(name)
                      + " is a Service, which no policy lets reach")
              .withHint(
                  "name an address outside of the cluster, for instance of its load balancer"));
    } else if (HostsOfPolicies.isPrivate(name) && settings.get(ranges).isEmpty()) {
      report.accept(
          Diagnostic.warning(
                  Code.FLT419,
                  stated.origin().range(),
                  host.path()
                      + " "
                      + Quoted.quote(name)
                      + " is no public name, and policies let reach public addresses alone")
              .withHint("write its addresses as " + ranges.path()));
    }
  }

  private static void store(Settings settings, Consumer<Diagnostic> report) {
    Setting<Integer> port = settings.setting(BackupKeys.PORT);
    if (port.value() == PLAIN_HTTP) {
      report.accept(
          Diagnostic.error(
                  Code.FLT418,
                  port.origin().range(),
                  "backup.port 80 is plain HTTP, and backups are sent by TLS alone")
              .withHint("write the port of https, for instance 443"));
    }
  }

  private static void relay(Settings settings, Consumer<Diagnostic> report) {
    Setting<Integer> port = settings.setting(MailKeys.PORT);
    MailSecurity security = settings.get(MailKeys.SECURITY);
    boolean tls = security == MailSecurity.TLS;
    if (port.value() == (tls ? STARTTLS : TLS)) {
      report.accept(
          Diagnostic.warning(
                  Code.FLT418,
                  port.origin().range(),
                  "at mail.port "
                      + port.value()
                      + " relays speak "
                      + (tls ? "starttls" : "tls")
                      + ", and mail.security is "
                      + security.label())
              .withHint(
                  "leave mail.port out, or write mail.security: " + (tls ? "starttls" : "tls")));
    }
  }
}
