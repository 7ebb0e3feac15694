package io.tenantsmith.render.network;

import io.tenantsmith.template.NamedValues;
import java.util.List;

/**
 * Addresses that pods may talk to.
 *
 * @param cidr all of them, in CIDR notation
 * @param except ranges among them that they may not
 */
public record OpenBlock(String cidr, List<String> except) {

  /** By these names a template makes a peer of it. */
  public static final NamedValues<OpenBlock> VALUES =
      NamedValues.<OpenBlock>builder()
          .value("cidr", OpenBlock::cidr)
          .value("except", OpenBlock::except)
          .build();

  /** Copies the list. */
  public OpenBlock {
    except = List.copyOf(except);
  }
}
