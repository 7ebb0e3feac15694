package io.tenantsmith.planning.danger;

import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import java.util.function.Consumer;

/** The first number of an image's version goes up. */
final class ImageMajor implements DangerRule {

  @Override
  public void find(Comparison comparison, Consumer<Danger> report) {
    Images.changed(
        comparison,
        (pair, place, before, after) -> {
          if (after.isNewMajor(before)) {
            String text = after.name() + " " + before.tag() + " -> " + after.tag();
            report.accept(pair.danger(DangerKind.IMAGE_MAJOR, place, text));
          }
        });
  }
}
