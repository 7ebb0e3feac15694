package io.tenantsmith.model;

import io.tenantsmith.diagnostic.Quoted;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a nightly backup starts, UTC: five cron fields whose minute and hour are single numbers.
 *
 * @param minute 0 to 59
 * @param hour 0 to 23
 * @param days day of month, month and day of week, as written, joined by single spaces
 */
public record CronSchedule(int minute, int hour, String days) {

  private static final int DAY = 24 * 60;
  private static final int NIGHT = 2;

  private static final String PART = "(?:\\*|[0-9]{1,2}(?:-[0-9]{1,2})?)(?:/[0-9]{1,2})?";
  private static final String LIST = PART + "(?:," + PART + "){0,30}";
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,2}) ([0-9]{1,2}) (" + LIST + ") (" + LIST + ") (" + LIST + ")");

  /** Once in a night, at a minute of the tenant's own. */
  public static CronSchedule nightly(TenantId tenant) {
    return new CronSchedule((int) (StableHash.of(tenant) % 60), NIGHT, "* * *");
  }

  /** Reads five fields; no macro, no name, no time zone. */
  public static Checked<CronSchedule> parse(String text) {
    Matcher matcher = text.length() > 200 ? FORM.matcher("") : FORM.matcher(text);
    if (matcher.matches()) {
      int minute = Integer.parseInt(matcher.group(1));
      int hour = Integer.parseInt(matcher.group(2));
      if (minute < 60 && hour < 24 && dates(matcher)) {
        String days = matcher.group(3) + " " + matcher.group(4) + " " + matcher.group(5);
        return Checked.ok(new CronSchedule(minute, hour, days));
      }
    }
    return Checked.refused(
        Quoted.quote(text) + " is not a schedule",
        "write five cron fields whose minute and hour are single numbers, for instance \"17 2 * *"
            + " *\"");
  }

  /** The five fields. */
  public String text() {
    return minute + " " + hour + " " + days;
  }

  /**
   * The same, some minutes later; empty if that is on another day and fields cannot say which: the
   * day after the last of a month has no number of its own.
   */
  public Optional<CronSchedule> later(int minutes) {
    int total = hour * 60 + minute + minutes;
    if (total < DAY) {
      return Optional.of(new CronSchedule(total % 60, total / 60, days));
    }
    CronDays these = new CronDays(days);
    total -= DAY;
    return these.isWeekly()
        ? Optional.of(new CronSchedule(total % 60, total / 60, these.following()))
        : Optional.empty();
  }

  /** Most days from one start to the next; empty if it never starts. */
  public OptionalInt longestGap() {
    return days.equals("* * *") ? OptionalInt.of(1) : new CronDays(days).longestGap();
  }

  @Override
  public String toString() {
    return text();
  }

  private static boolean dates(Matcher matcher) {
    return within(matcher.group(3), 1, 31)
        && within(matcher.group(4), 1, 12)
        && within(matcher.group(5), 0, 6);
  }

  private static boolean within(String field, int low, int high) {
    for (String item : field.split(",", -1)) {
      String[] step = item.split("/", -1);
      if (step.length == 2 && Integer.parseInt(step[1]) == 0) {
        return false;
      }
      if (!step[0].equals("*") && !isRange(step[0].split("-", -1), low, high)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRange(String[] ends, int low, int high) {
    int from = Integer.parseInt(ends[0]);
    int to = Integer.parseInt(ends[ends.length - 1]);
    return low <= from && from <= to && to <= high;
  }
}
