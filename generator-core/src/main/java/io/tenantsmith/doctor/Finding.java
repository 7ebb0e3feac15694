package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.DoctorResult.Area;
import io.tenantsmith.engine.DoctorResult.Row;
import io.tenantsmith.engine.DoctorResult.Status;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an examination found.
 *
 * @param said what is wrong and what mends it; null where all is well
 * @param outside whether the cause is not the fleet, but the machine or somebody's server
 */
public record Finding(
    Area area, String subject, String fact, @Nullable Diagnostic said, boolean outside) {

  /** All is well. */
  static Finding ok(Area area, String subject, String fact) {
    return new Finding(area, subject, fact, null, area != Area.REPOSITORY);
  }

  /** Something is wrong, or not: a note is none. */
  static Finding of(Area area, String subject, Diagnostic said) {
    return new Finding(area, subject, said.message(), said, area != Area.REPOSITORY);
  }

  /** The same, where the fleet is the cause, wherever it shows. */
  Finding ofTheFleet() {
    return new Finding(area, subject, fact, said, false);
  }

  /** One finding as a list. */
  List<Finding> alone() {
    return List.of(this);
  }

  /** What is wrong and what mends it. */
  public Optional<Diagnostic> diagnostic() {
    return Optional.ofNullable(said);
  }

  /** Whether it prevents work. */
  public boolean isFailure() {
    return said != null && said.isError();
  }

  /** The finding as a line of the result. */
  public Row row() {
    if (said == null) {
      return new Row(area, subject, Status.OK, fact, null);
    }
    Status status =
        switch (said.severity()) {
          case ERROR -> Status.FAIL;
          case WARNING -> Status.WARN;
          case NOTE -> Status.OK;
        };
    return new Row(area, subject, status, fact, said.code());
  }
}
