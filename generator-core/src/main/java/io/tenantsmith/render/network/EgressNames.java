package io.tenantsmith.render.network;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.template.NamedValues;
import java.util.List;

/**
 * The names by which policies allow what leaves a cluster, and its DNS. A policy knows addresses,
 * not names: whoever may reach a host that is public may reach all public addresses at its port.
 */
public final class EgressNames {

  /** A range that is not public; nothing of it is left out. */
  public static final NamedValues<String> RANGE =
      NamedValues.<String>builder().value("cidr", range -> range).build();

  /** {@code internet.blocks}: all public addresses. */
  public static final NamedValues<Cluster> INTERNET =
      NamedValues.<Cluster>builder()
          .rows("internet.blocks", EgressNames::internet, OpenBlock.VALUES)
          .build();

  /** {@code dns.*}: who answers questions about names. */
  public static final NamedValues<Cluster> DNS =
      NamedValues.<Cluster>builder()
          .condition("dns.byPods", cluster -> cluster.dns().byPods())
          .value("dns.namespace", cluster -> cluster.dns().namespace())
          .value("dns.labels", cluster -> cluster.dns().labels())
          .rows("dns.addresses", cluster -> cluster.dns().addresses(), RANGE)
          .value("dns.port", cluster -> cluster.dns().port())
          .build();

  /** {@code mail.*}: the mail relay, where there is one. */
  public static final NamedValues<Cluster> MAIL =
      NamedValues.<Cluster>builder()
          .condition("mail.stated", cluster -> cluster.mail().isPresent())
          .rows("mail.ranges", EgressNames::mailRanges, RANGE)
          .value("mail.port", cluster -> cluster.mail().orElseThrow().port())
          .build();

  private EgressNames() {}

  private static List<OpenBlock> internet(Cluster cluster) {
    return new PublicInternet(cluster.network()).blocks();
  }

  private static List<String> mailRanges(Cluster cluster) {
    return cluster.mail().stream().flatMap(mail -> mail.cidrs().stream()).toList();
  }
}
