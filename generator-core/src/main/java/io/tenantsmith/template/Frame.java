package io.tenantsmith.template;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The source, or a row of a {@code $map} with the frame around it. */
record Frame(Evaluated values, @Nullable Frame outer) {

  /** The frame that is this many rows further out. */
  Frame outwards(int hops) {
    Frame frame = this;
    for (int i = 0; i < hops; i++) {
      frame = Objects.requireNonNull(frame.outer);
    }
    return frame;
  }
}
