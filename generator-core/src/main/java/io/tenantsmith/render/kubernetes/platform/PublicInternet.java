package io.tenantsmith.render.kubernetes.platform;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.tenantsmith.model.AddressRange;
import io.tenantsmith.model.Cluster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** All addresses that are neither special nor the cluster's own. */
final class PublicInternet {

  private static final List<String> SPECIAL_FOUR =
      List.of(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "168.63.129.16/32",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "224.0.0.0/4",
          "240.0.0.0/4");
  private static final String ALL_SIX = "2000::/3";
  private static final List<String> SPECIAL_SIX = List.of("2001:db8::/32", "2002::/16");

  private PublicInternet() {}

  /** As peers of a network policy. */
  static List<NetworkPolicyPeer> peers(Cluster.Network network) {
    return List.of(
        Peers.block("0.0.0.0/0", except("0.0.0.0/0", SPECIAL_FOUR, network)),
        Peers.block(ALL_SIX, except(ALL_SIX, SPECIAL_SIX, network)));
  }

  /** A cluster may use public addresses for its pods, its services, its nodes. */
  private static List<String> except(String all, List<String> special, Cluster.Network network) {
    List<String> except = new ArrayList<>(special);
    TreeSet<String> own = new TreeSet<>(network.podCidrs());
    own.addAll(network.serviceCidrs());
    own.addAll(network.nodeCidrs());
    own.addAll(network.apiServerCidrs());
    for (String range : own) {
      if (AddressRange.holds(all, range)
          && !special.contains(range)
          && !isHeld(range, special)
          && !isHeld(range, own)) {
        except.add(range);
      }
    }
    return except;
  }

  private static boolean isHeld(String range, Collection<String> others) {
    return others.stream()
        .anyMatch(other -> !other.equals(range) && AddressRange.holds(other, range));
  }
}
