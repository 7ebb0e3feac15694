package io.tenantsmith.harness;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SameFilesTest {

  @Test
  void showsWhereLongLinesDiffer() {
    String same = "x".repeat(5000);

    assertThatThrownBy(
            () -> SameFiles.assertSame("a", "1\n" + same + "new\n", "1\n" + same + "old\n"))
        .hasMessage(
            "a:2\n  expected: ..."
                + same.substring(0, 60)
                + "old\n  actual:   ..."
                + same.substring(0, 60)
                + "new");
  }

  @Test
  void showsShortLinesWhole() {
    assertThatThrownBy(() -> SameFiles.assertSame("a", "1\n2\n", "1\n3\n"))
        .hasMessage("a:2\n  expected: 3\n  actual:   2");
  }
}
