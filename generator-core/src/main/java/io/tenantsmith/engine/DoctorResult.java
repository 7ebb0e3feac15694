package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.Code;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code doctor} looked at.
 *
 * @param rows in the order in which a person would look
 */
public record DoctorResult(List<Row> rows) implements CommandResult {

  /** Copies the list. */
  public DoctorResult {
    rows = List.copyOf(rows);
  }

  /** Where something is. */
  public enum Area {
    /** This machine. */
    MACHINE,
    /** The folder of the fleet, and the Git repository around it. */
    REPOSITORY,
    /** The repository that is published to. */
    REMOTE;

    /** The word as it is printed. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How something is. */
  public enum Status {
    /** Nothing to do. */
    OK,
    /** It works, and should be looked at. */
    WARN,
    /** It prevents work. */
    FAIL;

    /** The word as it is printed. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One thing that was looked at.
   *
   * @param subject a word or two, for instance {@code line ends}
   * @param code of the diagnostic that says what to do; null where all is well
   */
  public record Row(Area area, String subject, Status status, String fact, @Nullable Code code) {

    /** The code of the diagnostic that says what to do. */
    public Optional<Code> diagnostic() {
      return Optional.ofNullable(code);
    }
  }

  @Override
  public CommandName command() {
    return CommandName.DOCTOR;
  }

  @Override
  public <T> T printedBy(Printer<T> printer) {
    return printer.examined(this);
  }
}
