package io.tenantsmith.bind;

import io.tenantsmith.model.Document;
import io.tenantsmith.model.Ring;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Values;
import io.tenantsmith.model.Wave;
import org.jspecify.annotations.Nullable;

/** Binds the roll-out of a tier. */
final class WaveBinder {

  private WaveBinder() {}

  /** The roll-out; null if there is none, or one without a good name, which is reported. */
  static @Nullable Wave bind(Fields tier) {
    // All parts are read before deciding, so that every mistake is reported.
    Fields next = tier.below("next");
    Values set = Slot.read(Document.NEXT, next.below("set"));
    Sourced<String> id = next.sourced("id", Binder.LABEL);
    Fields to = next.below("to");
    Wave.Reach reach =
        new Wave.Reach(
            to.sourced("rings", Lists.of(Scalars.word(Ring::of))),
            to.sourced("percent", Scalars.INTEGER));
    return id == null ? null : new Wave(id, reach, set);
  }
}
