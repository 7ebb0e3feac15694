package io.tenantsmith.engine;

/** What a command did, as data; printers turn it into text. */
public sealed interface CommandResult
    permits FleetResult, InitResult, DoctorResult, CertificateResult {

  /** The command. */
  CommandName command();

  /** Lets a printer print it. */
  <T> T printedBy(Printer<T> printer);

  /** Turns each kind of result into a value of one type. */
  interface Printer<T> {

    /** Prints the result of {@code init}. */
    T began(InitResult result);

    /** Prints the result of {@code new}. */
    T drafted(NewResult result);

    /** Prints the result of {@code validate}. */
    T validated(ValidateResult result);

    /** Prints the result of {@code plan}. */
    T planned(PlanResult result);

    /** Prints the result of {@code generate}. */
    T generated(GenerateResult result);

    /** Prints the result of {@code check}. */
    T checked(CheckResult result);

    /** Prints the result of {@code explain}. */
    T explained(ExplainResult result);

    /** Prints the result of {@code publish}. */
    T published(PublishResult result);

    /** Prints the result of a command that edits a file. */
    T edited(EditResult result);

    /** Prints the result of {@code certificate}. */
    T certified(CertificateResult result);

    /** Prints the result of {@code doctor}. */
    T examined(DoctorResult result);
  }

  /**
   * A file that a command adds to a folder of people.
   *
   * @param path relative to the fleet's root
   * @param change what became of it: {@link #NEW} or {@link #KEPT}
   */
  record NewFile(String path, String change) {

    /** It was not there. */
    public static final String NEW = "new";

    /** There was one already, which stays as it is. */
    public static final String KEPT = "kept";
  }

  /** How many tenants, tiers and clusters were read. */
  record FleetSize(int tenants, int tiers, int clusters) {}

  /**
   * How much was rendered.
   *
   * @param files number of files, index.json included
   * @param time how long it took, for the summary, for instance {@code 0.4 s}
   */
  record Rendering(int objects, int files, String time) {}

  /** Counts of a tree's files by what became of them. */
  record FileChanges(int created, int changed, int removed, int unchanged) {

    /** Whether nothing differs. */
    public boolean isEmpty() {
      return created + changed + removed == 0;
    }

    /** Number of files in the tree afterwards. */
    public int total() {
      return created + changed + unchanged;
    }
  }
}
