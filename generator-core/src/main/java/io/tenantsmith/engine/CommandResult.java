package io.tenantsmith.engine;

/** What a command did, as data; printers make text of it. */
public sealed interface CommandResult
    permits ValidateResult, GenerateResult, CheckResult, PublishResult {

  /** The command. */
  CommandName command();

  /** The size of the fleet that was read. */
  FleetSize fleet();

  /** Lets a printer print it. */
  <T> T printedBy(Printer<T> printer);

  /** Makes something of each kind of result. */
  interface Printer<T> {

    /** Of {@code validate}. */
    T validated(ValidateResult result);

    /** Of {@code generate}. */
    T generated(GenerateResult result);

    /** Of {@code check}. */
    T checked(CheckResult result);

    /** Of {@code publish}. */
    T published(PublishResult result);
  }

  /** Numbers of what was read. */
  record FleetSize(int tenants, int tiers, int clusters) {}

  /**
   * Numbers of what was rendered.
   *
   * @param files index.json included
   * @param time how long it took, for the summary, for instance {@code 0.4 s}
   */
  record Rendering(int objects, int files, String time) {}

  /** Numbers of files of a tree before and after. */
  record FileChanges(int created, int changed, int removed, int unchanged) {

    /** Whether nothing differs. */
    public boolean isEmpty() {
      return created + changed + removed == 0;
    }

    /** Files of the tree afterwards. */
    public int total() {
      return created + changed + unchanged;
    }
  }
}
