package io.tenantsmith.publish;

import io.tenantsmith.git.CommitId;
import io.tenantsmith.output.IndexLine;
import io.tenantsmith.output.OwnershipIndex;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which inputs a tree was rendered from.
 *
 * @param whole the input of every file that no part names
 * @param parts later inputs of which only a part was rendered, by what it was, for instance {@code
 *     tenant acme-corp}
 */
record PublishedInput(InputMark whole, SortedMap<String, InputMark> parts) {

  /** Copies the map. */
  PublishedInput {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  /** All commits that it names, each once. */
  List<CommitId> commits() {
    return Stream.concat(Stream.of(whole), parts.values().stream())
        .map(InputMark::commit)
        .distinct()
        .toList();
  }

  /** The inputs of a tree that was rendered as a whole. */
  static PublishedInput of(InputMark whole) {
    return new PublishedInput(whole, new TreeMap<>());
  }

  /** Whether all of it comes from one commit, and from nothing else. */
  boolean isPlain() {
    return !whole.dirty() && parts.isEmpty();
  }

  /**
   * The inputs once a part is rendered anew: a cluster takes its tenants with it, and a part that
   * comes from the same inputs as the rest is none.
   */
  PublishedInput with(String part, InputMark input, OwnershipIndex next) {
    SortedMap<String, InputMark> after = new TreeMap<>(parts);
    for (IndexLine line : next.lines()) {
      if (part.equals("cluster " + line.tenant().cluster())) {
        after.remove("tenant " + line.id());
      }
    }
    after.remove(part);
    if (!input.equals(whole)) {
      after.put(part, input);
    }
    return new PublishedInput(whole, after);
  }
}
