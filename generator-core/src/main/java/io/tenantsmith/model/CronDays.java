package io.tenantsmith.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The days that the last three fields of a schedule mean, as the parser of Kubernetes, Velero and
 * the database's operator takes them.
 */
final class CronDays {

  private static final int WEEK = 7;

  /** Twelve years: every date falls on every day of the week, but for one of the leap days. */
  private static final LocalDate FIRST = LocalDate.of(2001, 1, 1);

  private static final LocalDate LAST = LocalDate.of(2012, 12, 31);

  private final BitSet dates;
  private final BitSet months;
  private final BitSet weekdays;
  private final boolean anyDate;
  private final boolean anyMonth;
  private final boolean anyWeekday;

  /** The days of three fields that were checked. */
  CronDays(String fields) {
    String[] field = fields.split(" ", -1);
    dates = numbers(field[0], 1, 31);
    months = numbers(field[1], 1, 12);
    weekdays = numbers(field[2], 0, WEEK - 1);
    anyDate = hasStar(field[0]);
    anyMonth = months.cardinality() == 12;
    anyWeekday = hasStar(field[2]);
  }

  /** Most days from one start to the next; empty if there is none. */
  OptionalInt longestGap() {
    LocalDate last = null;
    int longest = 0;
    LocalDate end = isWeekly() ? FIRST.plusDays(2 * WEEK) : LAST;
    for (LocalDate day = FIRST; !day.isAfter(end); day = day.plusDays(1)) {
      if (holds(day)) {
        longest =
            last == null
                ? longest
                : Math.max(longest, (int) (day.toEpochDay() - last.toEpochDay()));
        last = day;
      }
    }
    return longest == 0 ? OptionalInt.empty() : OptionalInt.of(longest);
  }

  /**
   * The three fields of the following days, where fields can say it: with days of the week alone.
   */
  String following() {
    if (anyDate && anyMonth && anyWeekday && weekdays.cardinality() == WEEK) {
      return "* * *";
    }
    if (!isWeekly()) {
      throw new IllegalStateException("no fields mean the days after these");
    }
    return "* * "
        + weekdays.stream()
            .map(day -> (day + 1) % WEEK)
            .sorted()
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(","));
  }

  /** Whether days of the week alone decide. */
  boolean isWeekly() {
    return anyDate && anyMonth;
  }

  /** With both restricted, a day of either will do. */
  private boolean holds(LocalDate day) {
    if (!months.get(day.getMonthValue())) {
      return false;
    }
    boolean date = dates.get(day.getDayOfMonth());
    boolean weekday =
        weekdays.get(day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : day.getDayOfWeek().getValue());
    return (anyDate || anyWeekday) ? (date && weekday) : (date || weekday);
  }

  /** A star with a step is no star. */
  private static boolean hasStar(String field) {
    return Arrays.stream(field.split(",", -1))
        .anyMatch(item -> item.equals("*") || item.equals("*/1"));
  }

  private static BitSet numbers(String field, int low, int high) {
    BitSet numbers = new BitSet();
    for (String item : field.split(",", -1)) {
      String[] step = item.split("/", -1);
      String[] ends = step[0].split("-", -1);
      boolean star = step[0].equals("*");
      int from = star ? low : Integer.parseInt(ends[0]);
      int to =
          star || (ends.length == 1 && step.length == 2)
              ? high
              : Integer.parseInt(ends[ends.length - 1]);
      for (int number = from;
          number <= to;
          number += step.length == 2 ? Integer.parseInt(step[1]) : 1) {
        numbers.set(number);
      }
    }
    return numbers;
  }
}
