package io.tenantsmith.bind;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Document;
import io.tenantsmith.model.Ring;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Values;
import io.tenantsmith.model.Wave;
import io.tenantsmith.yaml.YamlNode;
import java.util.List;
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
    Sourced<YamlNode> whole = next.sourced("to", (node, diagnostics) -> node);
    Fields to = next.below("to");
    Sourced<List<Ring>> rings = to.sourced("rings", Lists.of(Scalars.word(Ring::of)));
    Sourced<Integer> percent = to.sourced("percent", Scalars.INTEGER);
    if (id == null) {
      return null;
    }
    SourceRange place = whole == null ? id.range() : whole.range();
    return new Wave(id, new Wave.Reach(place, rings, percent), set);
  }
}
