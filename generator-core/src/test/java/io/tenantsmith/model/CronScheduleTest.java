package io.tenantsmith.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a schedule means, on the days that follow, and how long it may be until it comes again. */
class CronScheduleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          17 2 * * *          | 47 3 * * *
          29 22 31 * *        | 59 23 31 * *
          30 22 31 * *        | none
          30 23 * * *         | 0 1 * * *
          30 23 * * 0         | 0 1 * * 1
          30 23 * * 6         | 0 1 * * 0
          30 23 * * 1-5       | 0 1 * * 2,3,4,5,6
          30 23 * * */2       | 0 1 * * 0,1,3,5
          30 23 * * 0-6       | 0 1 * * 0,1,2,3,4,5,6
          30 23 * * 3/2       | 0 1 * * 4,6
          30 23 * 1-12 5      | 0 1 * * 6
          30 23 */1 * 5       | 0 1 * * 6
          30 23 * 6 *         | none
          30 23 */2 * *       | none
          30 23 1 * 0         | none
          """)
  void minutesLaterMayBeOnTheNextDay(String schedule, String later) {
    assertThat(read(schedule).later(90).map(CronSchedule::text).orElse("none")).isEqualTo(later);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          17 2 * * *        | 1
          17 2 * * */2      | 2
          17 2 * * 1-5      | 3
          17 2 * * 0        | 7
          17 2 1 * *        | 31
          17 2 31 * *       | 61
          17 2 1,15 * *     | 17
          17 2 1 1 *        | 366
          17 2 29 2 *       | 1461
          17 2 * 1-6 *      | 185
          17 2 30 2 *       | 0
          17 2 31 4,6 *     | 0
          17 2 1 * 0        | 7
          17 2 30 2 1       | 350
          """)
  void theLongestTimeUntilItComesAgain(String schedule, int days) {
    assertThat(read(schedule).longestGap().orElse(0)).isEqualTo(days);
  }

  private static CronSchedule read(String text) {
    return CronSchedule.parse(text).value().orElseThrow();
  }
}
