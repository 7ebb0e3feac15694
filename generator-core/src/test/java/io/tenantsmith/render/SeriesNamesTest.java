package io.tenantsmith.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What in an expression is the name of a series, and what only looks like one. */
class SeriesNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\u0001',
      textBlock =
          """
          up  ;  up
          sum by (a_label) (rate(a_total{b_label=~"c_value}|d\\"e"}[5m]))  ;  a_total
          sum(a_total) by (b_label)  ;  a_total
          count (a)  ;  a
          a / on (b) group_left (c) d  ;  a d
          a unless on () b and c or d offset 5m  ;  a b c d
          absent(a) > bool 1.5e3  ;  a
          label_replace(a, "b_c", "$1_d", 'e_f', `(g_h)`)  ;  a
          a:b:rate5m[59m59s] * $price_of + ${other_price}  ;  a:b:rate5m
          quantile(0.9, a) + inf  ;  a
          histogram_quantile(1, a_bucket) # b_total  ;  a_bucket
          a @ 5  ;  a
          """)
  void areThese(String expression, String names) {
    assertThat(SeriesNames.in(expression)).containsExactlyElementsOf(List.of(names.split(" ")));
  }
}
