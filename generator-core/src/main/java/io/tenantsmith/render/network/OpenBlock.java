package io.tenantsmith.render.network;

import io.tenantsmith.template.NamedValues;
import java.util.List;

/**
 * Addresses that pods may talk to.
 *
 * @param cidr all of them, in CIDR notation
 * @param except ranges among them that pods may not talk to
 */
public record OpenBlock(String cidr, List<String> except) {

  /** The names by which a template makes a peer of it. */
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
