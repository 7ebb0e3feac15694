package io.tenantsmith.render.network;

import io.tenantsmith.model.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is outside a cluster: every public address that is not one of the cluster's own. Without
 * these exceptions a site could reach the credentials of its node and the pods of other tenants.
 */
final class PublicInternet {

  private static final AddressBlock WORLD_4 = AddressBlock.of("0.0.0.0/0");
  private static final AddressBlock WORLD_6 = AddressBlock.of("2000::/3");

  /** Never public: private and local ranges, link-local, the clouds' metadata, multicast. */
  private static final List<AddressBlock> RESERVED =
      Stream.of(
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
              "240.0.0.0/4",
              "2001:db8::/32",
              "2002::/16")
          .map(AddressBlock::of)
          .toList();

  private final List<AddressBlock> inside;

  /** The internet as seen from a cluster. */
  PublicInternet(Cluster.Network network) {
    Stream<AddressBlock> own =
        Stream.of(
                network.podCidrs(),
                network.serviceCidrs(),
                network.nodeCidrs(),
                network.apiServerCidrs())
            .flatMap(List::stream)
            .map(AddressBlock::of);
    inside = Stream.concat(RESERVED.stream(), own).sorted().distinct().toList();
  }

  /** Public addresses of IPv4 and IPv6. */
  List<OpenBlock> blocks() {
    return List.of(outside(WORLD_4), outside(WORLD_6));
  }

  /** Ranges are apart or one holds the other, and in their order it comes before what it holds. */
  private OpenBlock outside(AddressBlock world) {
    List<String> except = new ArrayList<>();
    AddressBlock last = null;
    for (AddressBlock block : inside) {
      if (world.holds(block) && (last == null || !last.holds(block))) {
        except.add(block.text());
        last = block;
      }
    }
    return new OpenBlock(world.text(), except);
  }
}
