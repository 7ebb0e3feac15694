package io.tenantsmith.planning.danger;

import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import java.util.function.Consumer;

/** An image's version, or that of what it is built with, goes back. */
final class ImageDowngrade implements DangerRule {

  @Override
  public void find(Comparison comparison, Consumer<Danger> report) {
    Images.changed(
        comparison,
        (pair, place, before, after) ->
            after
                .older(before)
                .ifPresent(
                    text -> report.accept(pair.danger(DangerKind.IMAGE_DOWNGRADE, place, text))));
  }
}
