package io.tenantsmith.render.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;

/**
 * An address range that can be compared.
 *
 * @param text in CIDR notation, already checked
 * @param bits length of its addresses: 32 or 128
 * @param first its first address
 * @param prefix how many bits its addresses share
 */
record AddressBlock(String text, int bits, BigInteger first, int prefix)
    implements Comparable<AddressBlock> {

  private static final Comparator<AddressBlock> ORDER =
      Comparator.comparingInt(AddressBlock::bits)
          .thenComparing(AddressBlock::first)
          .thenComparingInt(AddressBlock::prefix);

  /** Reads a range. */
  static AddressBlock of(String text) {
    int slash = text.indexOf('/');
    byte[] address = bytes(text.substring(0, slash));
    return new AddressBlock(
        text,
        address.length * 8,
        new BigInteger(1, address),
        Integer.parseInt(text.substring(slash + 1)));
  }

  /** Whether the other is a part of this one, but not all of it. */
  boolean holds(AddressBlock other) {
    int rest = bits - prefix;
    return bits == other.bits
        && prefix < other.prefix
        && first.shiftRight(rest).equals(other.first.shiftRight(rest));
  }

  @Override
  public int compareTo(AddressBlock other) {
    return ORDER.compare(this, other);
  }

  private static byte[] bytes(String address) {
    try {
      // An address in digits is never looked up as a name.
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("no address: " + address, e);
    }
  }
}
