package io.tenantsmith.plan.form.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes pages of three sizes into a folder, for the check in a real browser. */
public final class PlanPages {

  private static final String HOSTILE =
      "<img src=x onerror=alert(1)>\u202E</script><script>alert(2)</script>";

  private PlanPages() {}

  /**
   * Writes the pages.
   *
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Files.writeString(folder.resolve("small.html"), PlanHtml.of(SmallPlan.plan()));
    Files.writeString(folder.resolve("small-by-script.html"), PlanHtml.of(SmallPlan.plan(), 0));
    Files.writeString(folder.resolve("hostile.html"), PlanHtml.of(HostilePlan.of(HOSTILE), 1));
    Files.writeString(folder.resolve("tier.html"), PlanHtml.of(SamplePlans.tierChange(3_000)));
    Files.writeString(
        folder.resolve("different.html"), PlanHtml.of(SamplePlans.differentChanges(10_000)));
  }
}
