package io.tenantsmith.diagnostic;

import java.util.List;

/** How many columns of a terminal a code point takes. */
final class CellWidth {

  /** First and last code point of each block that is two columns wide, after Unicode UAX 11. */
  private static final List<Block> WIDE =
      List.of(
          new Block(0x1100, 0x115F),
          new Block(0x2E80, 0x303E),
          new Block(0x3041, 0x33FF),
          new Block(0x3400, 0x4DBF),
          new Block(0x4E00, 0x9FFF),
          new Block(0xA000, 0xA4CF),
          new Block(0xA960, 0xA97F),
          new Block(0xAC00, 0xD7A3),
          new Block(0xF900, 0xFAFF),
          new Block(0xFE10, 0xFE19),
          new Block(0xFE30, 0xFE6F),
          new Block(0xFF00, 0xFF60),
          new Block(0xFFE0, 0xFFE6),
          new Block(0x1F300, 0x1F64F),
          new Block(0x1F680, 0x1F6FF),
          new Block(0x1F900, 0x1F9FF),
          new Block(0x20000, 0x3FFFD));

  private CellWidth() {}

  /** 0 for a mark that joins the character before it, 2 for wide characters, otherwise 1. */
  static int of(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(point) ? 2 : 1;
  }

  private static boolean isWide(int point) {
    for (Block block : WIDE) {
      if (point >= block.first() && point <= block.last()) {
        return true;
      }
    }
    return false;
  }

  private record Block(int first, int last) {}
}
