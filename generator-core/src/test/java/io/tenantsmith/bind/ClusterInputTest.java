package io.tenantsmith.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.MailRelay;
import io.tenantsmith.model.MailSecurity;
import io.tenantsmith.schema.SchemaKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a cluster states wins over what its fleet states of it. */
class ClusterInputTest {

  private final Inputs inputs = new Inputs();

  private List<Cluster> clusters(String text) {
    return ((Fleet) inputs.bind(SchemaKind.FLEET, text).value().orElseThrow()).clusters();
  }

  @Test
  void hostsAreTheClustersThenTheFleetsThenBelowTheClustersDomain() {
    List<Cluster> clusters =
        clusters(
            """
            fleet: shop
            domain: sites.example.net
            identity: {host: auth.example.com}
            clusters:
              - {name: one, region: eu}
              - {name: two, region: us, domain: us.example.org, identity: {host: auth.us.example.com}}
              - {name: three, region: ap, domain: ap.example.org}
            """);
    assertThat(clusters.stream().map(c -> c.domain().value().value()))
        .containsExactly("sites.example.net", "us.example.org", "ap.example.org");
    assertThat(clusters.stream().map(c -> c.identityHost().value().value()))
        .containsExactly("auth.example.com", "auth.us.example.com", "auth.example.com");
    assertThat(clusters.stream().map(c -> c.openWebUiHost().value().value()))
        .containsExactly("chat.sites.example.net", "chat.us.example.org", "chat.ap.example.org");
    assertThat(clusters.get(1).domain().range().display()).isEqualTo("t.yaml:6:37");
  }

  @Test
  void aRelayOfAClusterHasNothingOfTheFleets() {
    List<Cluster> clusters =
        clusters(
            """
            fleet: shop
            domain: sites.example.net
            mail: {host: smtp.example.com, from: a@example.com, secret: relay, cidrs: [10.9.0.0/24]}
            clusters:
              - {name: one, region: eu}
              - name: two
                region: us
                mail: {host: smtp.us.example.com, from: us@example.com, security: tls}
            """);
    MailRelay fleets = clusters.get(0).mail().orElseThrow();
    assertThat(fleets.port()).isEqualTo(587);
    assertThat(fleets.security()).isEqualTo(MailSecurity.STARTTLS);
    assertThat(fleets.secret()).contains("relay");
    assertThat(fleets.cidrs()).containsExactly("10.9.0.0/24");
    MailRelay own = clusters.get(1).mail().orElseThrow();
    assertThat(own.host()).hasToString("smtp.us.example.com");
    assertThat(own.from()).isEqualTo("us@example.com");
    assertThat(own.port()).isEqualTo(465);
    assertThat(own.secret()).isEmpty();
    assertThat(own.cidrs()).isEmpty();
  }

  @Test
  void nameServersArePodsUnlessAddressesAreStatedAlone() {
    List<Cluster> clusters =
        clusters(
            """
            fleet: shop
            domain: sites.example.net
            clusters:
              - {name: usual, region: eu}
              - {name: cached, region: eu, dns: {addresses: [169.254.20.10, "fd00::a"]}}
              - {name: both, region: eu, dns: {addresses: [169.254.20.10], namespace: kube-system}}
              - {name: other, region: eu, dns: {namespace: dns, labels: {app: coredns}, port: 5353}}
            """);
    assertThat(clusters.stream().map(c -> c.dns().byPods()))
        .containsExactly(true, false, true, true);
    assertThat(clusters.get(0).dns().labels()).isEqualTo(Map.of("k8s-app", "kube-dns"));
    assertThat(clusters.get(0).dns().port()).isEqualTo(53);
    assertThat(clusters.get(1).dns().addresses())
        .containsExactly("169.254.20.10/32", "fd00::a/128");
    assertThat(clusters.get(3).dns().namespace()).isEqualTo("dns");
    assertThat(clusters.get(3).dns().labels()).isEqualTo(Map.of("app", "coredns"));
    assertThat(clusters.get(3).dns().port()).isEqualTo(5353);
  }

  @Test
  void aStoreHasItsPortAndAddresses() {
    Fleet fleet =
        (Fleet)
            inputs
                .bind(
                    SchemaKind.FLEET,
                    """
                    fleet: shop
                    domain: sites.example.net
                    clusters: [{name: one, region: eu}]
                    backup: {endpoint: minio.example.com, port: 9000, cidrs: [10.8.0.0/28]}
                    """)
                .value()
                .orElseThrow();
    assertThat(fleet.clusters().get(0).backup().port()).isEqualTo(9000);
    assertThat(fleet.clusters().get(0).backup().cidrs()).containsExactly("10.8.0.0/28");
  }
}
