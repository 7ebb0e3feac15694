package io.tenantsmith.render.platform;

import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.MailRelay;
import io.tenantsmith.model.MailSecurity;
import io.tenantsmith.render.ContentDigest;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.TextFile;
import io.tenantsmith.render.kit.PlatformObjectNames;
import io.tenantsmith.render.kit.ProxyNames;
import io.tenantsmith.render.kit.RestrictedNames;
import io.tenantsmith.render.network.EgressNames;
import io.tenantsmith.render.route.HostObjectName;
import io.tenantsmith.template.FixedKeys;
import io.tenantsmith.template.NamedValues;
import java.util.Map;

/** The names that the templates of the platform folder may use. */
final class PlatformNames {

  private static final FixedKeys<Platform> LABELS =
      FixedKeys.<Platform>builder().including(Platform::fleet, Labels.OF_FLEET).build();
  private static final String SITE_CRON =
      TextFile.beside(PlatformNames.class, "admin-apps/site-cron/site-cron.sh").text();
  private static final NamedValues<HostName> HOST =
      NamedValues.<HostName>builder()
          .value("name", HostName::value)
          .value("objectName", HostObjectName::of)
          .value("secret", HostObjectName::secretOf)
          .build();

  private static final TextFile FLEET_DASHBOARD =
      TextFile.beside(PlatformNames.class, "monitoring/fleet-dashboard.json");
  private static final TextFile RESOURCE_STATE =
      TextFile.beside(PlatformNames.class, "monitoring/resource-state.config");

  /** The names that all files have in common. */
  private static final NamedValues<Platform> COMMON =
      NamedValues.<Platform>builder()
          .including(RestrictedNames.VALUES)
          .including(PlatformObjectNames.VALUES)
          .mapping("labels", LABELS)
          .constant("marks.noPrune", Labels.noPrune())
          .value("region", p -> p.cluster().region().value())
          .value("kubernetes", p -> p.cluster().kubernetes().value())
          .value("storageClass", p -> p.cluster().storageClasses().single())
          .value("fleetName", p -> p.fleet().name().value())
          .value("images.authentik", p -> p.image(ImageKeys.AUTHENTIK))
          .value("images.content", p -> p.image(ImageKeys.CONTENT))
          .value("images.curl", p -> p.image(ImageKeys.CURL))
          .value("images.openWebUi", p -> p.image(ImageKeys.OPEN_WEBUI))
          .value("images.postgresql", p -> p.image(ImageKeys.POSTGRESQL))
          .value("images.sidecar", p -> p.image(ImageKeys.SIDECAR))
          .constant("siteCron.script", SITE_CRON)
          .constant("siteCron.digest", ContentDigest.ofText(SITE_CRON, 16))
          .build();

  /** Hosts, and how requests for them and their certificates arrive. */
  private static final NamedValues<Platform> TRAFFIC =
      NamedValues.<Platform>builder()
          .value("domain", p -> p.cluster().domain().value().value())
          .rows("hosts", Platform::hosts, HOST)
          .value("login.host", p -> p.loginHost().value())
          .value("login.objectName", p -> HostObjectName.of(p.loginHost()))
          .value("chat.host", p -> p.chatHost().value())
          .value("chat.objectName", p -> HostObjectName.of(p.chatHost()))
          .value("gateway.name", p -> p.cluster().gateway().name())
          .value("gateway.namespace", p -> p.cluster().gateway().namespace())
          .value("gateway.className", p -> p.cluster().gateway().className().value())
          .including(p -> p.cluster().gateway(), ProxyNames.VALUES)
          .value("issuer.name", p -> p.cluster().issuer().name())
          .value("issuer.server", p -> p.cluster().issuer().server())
          .condition("contact.stated", p -> p.fleet().contacts().contactEmail().isPresent())
          .value("contact.email", p -> p.fleet().contacts().contactEmail().orElseThrow())
          .including(Platform::cluster, EgressNames.INTERNET)
          .including(Platform::cluster, EgressNames.DNS)
          .rows("apiServer.ranges", p -> p.cluster().network().apiServerCidrs(), EgressNames.RANGE)
          .value("trustedProxies", Platform::trustedProxies)
          .value("apiServer.port", p -> p.cluster().network().apiServerPort())
          .build();

  /** The mail relay; a port is a number in a policy and text in a pod's environment. */
  private static final NamedValues<Platform> MAIL =
      NamedValues.<Platform>builder()
          .including(Platform::cluster, EgressNames.MAIL)
          .value("mail.host", p -> p.mail().host().value())
          .value("mail.portText", p -> String.valueOf(p.mail().port()))
          .value("mail.from", p -> p.mail().from())
          .value("mail.startTls", p -> isEncryptedBy(p, MailSecurity.STARTTLS))
          .value("mail.tls", p -> isEncryptedBy(p, MailSecurity.TLS))
          .condition(
              "mail.secretStated", p -> p.cluster().mail().flatMap(MailRelay::secret).isPresent())
          .value("mail.secret", p -> p.mail().secret().orElseThrow())
          .build();

  /** Names and places of the platform's services. */
  private static final NamedValues<Platform> SERVICES =
      NamedValues.<Platform>builder()
          .value("monitoring.namespace", p -> p.fleet().services().monitoring().namespace())
          .value("monitoring.release", p -> p.fleet().services().monitoring().release())
          .value("fleetDashboard", PlatformNames::fleetDashboard)
          .constant("resourceState", RESOURCE_STATE.text())
          .condition("flux.used", Platform::usesFlux)
          .condition("argocd.used", Platform::usesArgoCd)
          .condition("sync.used", p -> p.usesFlux() || p.usesArgoCd())
          .value("velero.namespace", p -> p.cluster().backup().veleroNamespace())
          .value("velero.location", p -> p.cluster().backup().veleroLocation())
          .condition("vault.used", p -> p.fleet().services().secrets().vault().isPresent())
          .value("vault.server", p -> p.vault().server())
          .value("vault.path", p -> p.vault().path())
          .value("vault.mount", p -> p.vault().authMount())
          .build();

  /** Content automation; asked only where it is used, except for that. */
  private static final NamedValues<Platform> CONTENT =
      NamedValues.<Platform>builder()
          .condition("content.used", Platform::hasContent)
          .condition("content.inside", p -> p.contentModel().namespace().isPresent())
          .value("content.namespace", p -> p.contentModel().namespace().orElseThrow())
          .value("content.url", p -> p.contentModel().address().text())
          .value("content.port", p -> p.contentModel().address().port())
          .value("content.model", p -> p.contentModel().name())
          .constant("content.files", ContentCode.FILES)
          .constant("content.digest", ContentCode.DIGEST)
          .build();

  /** All of them. */
  static final NamedValues<Platform> VALUES =
      NamedValues.<Platform>builder()
          .including(COMMON)
          .including(TRAFFIC)
          .including(MAIL)
          .including(SERVICES)
          .including(CONTENT)
          .including(Expressions.VALUES)
          .build();

  private PlatformNames() {}

  private static String fleetDashboard(Platform platform) {
    return FLEET_DASHBOARD.filled(
        Map.of(
            "fleet",
            platform.fleet().name().value(),
            "monitoringNamespace",
            platform.fleet().services().monitoring().namespace()));
  }

  private static String isEncryptedBy(Platform platform, MailSecurity security) {
    return String.valueOf(platform.mail().security() == security);
  }
}
