package io.tenantsmith.diagnostic;

import java.util.Arrays;
import java.util.List;

/** How many columns of a terminal a code point takes. */
final class CellWidth {

  /**
   * The code points that are two columns wide: East_Asian_Width W and F of Unicode 14, with the
   * unassigned ones between them. The JDK does not know this property.
   */
  private static final List<Block> WIDE =
      blocks(
          "1100-115F 231A-231B 2329-232A 23E9-23EC 23F0-23F0 23F3-23F3 25FD-25FE 2614-2615"
              + " 2648-2653 267F-267F 2693-2693 26A1-26A1 26AA-26AB 26BD-26BE 26C4-26C5 26CE-26CE"
              + " 26D4-26D4 26EA-26EA 26F2-26F3 26F5-26F5 26FA-26FA 26FD-26FD 2705-2705 270A-270B"
              + " 2728-2728 274C-274C 274E-274E 2753-2755 2757-2757 2795-2797 27B0-27B0 27BF-27BF"
              + " 2B1B-2B1C 2B50-2B50 2B55-2B55 2E80-303E 3041-3247 3250-4DBF 4E00-A4C6 A960-A97C"
              + " AC00-D7A3 F900-FAD9 FE10-FE19 FE30-FE6B FF01-FF60 FFE0-FFE6 16FE0-18D08"
              + " 1AFF0-1B2FB 1F004-1F004 1F0CF-1F0CF 1F18E-1F18E 1F191-1F19A 1F200-1F320 1F32D-1F335"
              + " 1F337-1F37C 1F37E-1F393 1F3A0-1F3CA 1F3CF-1F3D3 1F3E0-1F3F0 1F3F4-1F3F4 1F3F8-1F43E"
              + " 1F440-1F440 1F442-1F4FC 1F4FF-1F53D 1F54B-1F54E 1F550-1F567 1F57A-1F57A 1F595-1F596"
              + " 1F5A4-1F5A4 1F5FB-1F64F 1F680-1F6C5 1F6CC-1F6CC 1F6D0-1F6D2 1F6D5-1F6DF 1F6EB-1F6EC"
              + " 1F6F4-1F6FC 1F7E0-1F7F0 1F90C-1F93A 1F93C-1F945 1F947-1F9FF 1FA70-1FAFF"
              + " 20000-3FFFD");

  /** Vowels and finals of Hangul, which join the consonant before them. */
  private static final List<Block> JOINING = blocks("1160-11FF D7B0-D7FB");

  /** Variation selectors and skin tones: terminals disagree about their width. */
  private static final List<Block> UNSURE = blocks("FE00-FE0F 1F3FB-1F3FF E0100-E01EF");

  private CellWidth() {}

  /** 0 for a mark that joins the character before it, 2 for wide characters, otherwise 1. */
  static int of(int point) {
    if (point < 0x300) {
      return 1;
    }
    int type = Character.getType(point);
    boolean joins = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    if (joins || isIn(JOINING, point)) {
      return 0;
    }
    return isIn(WIDE, point) ? 2 : 1;
  }

  /** Whether all terminals agree about the width. */
  static boolean isSure(int point) {
    return !isIn(UNSURE, point);
  }

  private static boolean isIn(List<Block> blocks, int point) {
    for (Block block : blocks) {
      if (point <= block.last()) {
        return point >= block.first();
      }
    }
    return false;
  }

  private static List<Block> blocks(String ranges) {
    return Arrays.stream(ranges.split(" ")).map(Block::of).toList();
  }

  private record Block(int first, int last) {
    static Block of(String range) {
      int dash = range.indexOf('-');
      return new Block(
          Integer.parseInt(range.substring(0, dash), 16),
          Integer.parseInt(range.substring(dash + 1), 16));
    }
  }
}
