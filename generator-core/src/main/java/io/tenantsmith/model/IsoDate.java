package io.tenantsmith.model;

import io.tenantsmith.diagnostic.Quoted;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Days of the calendar. */
public final class IsoDate {

  private IsoDate() {}

  /** Checks a text of the form {@code 2027-03-31}. */
  public static Checked<String> check(String text) {
    try {
      if (text.length() == 10 && LocalDate.parse(text).getYear() >= 2000) {
        return Checked.ok(text);
      }
    } catch (DateTimeParseException e) {
      // reported below, in our own words
    }
    return Checked.refused(
        Quoted.quote(text) + " is not a date",
        "write year-month-day in quotes, for instance \"2027-03-31\"");
  }
}
