package io.tenantsmith.git;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/**
 * An exception of a transport with all its causes, the outermost first. Libraries wrap what a user
 * must know in what they were doing, so that the first message is seldom the reason.
 *
 * @param uri the repository that was meant
 * @param limit how long an answer was waited for
 */
record CauseChain(List<Throwable> links, URIish uri, Duration limit) {

  /** Deeper than any real chain; a chain may be a circle. */
  private static final int MAX_LINKS = 20;

  /**
   * How an exception that was made of another one begins: the other's class, which is no reason.
   */
  private static final Pattern CLASS = Pattern.compile("^(?:[a-z]\\w*\\.)+[A-Z][\\w$]*(?:: |$)");

  static CauseChain of(Throwable thrown, URIish uri, Duration limit) {
    List<Throwable> links = new ArrayList<>();
    @Nullable Throwable next = thrown;
    while (next != null && links.size() < MAX_LINKS) {
      links.add(next);
      next = next.getCause();
    }
    return new CauseChain(List.copyOf(links), uri, limit);
  }

  /** The outermost link of that kind. */
  <T extends Throwable> Optional<T> first(Class<T> kind) {
    return links.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** Whether a link's message holds that text. */
  boolean says(String text) {
    return links.stream().anyMatch(link -> String.valueOf(link.getMessage()).contains(text));
  }

  /** All that the links say, each thing once, without the address; a link may say nothing. */
  String words() {
    List<String> said = new ArrayList<>();
    for (Throwable link : links) {
      String words = wordsOf(link);
      if (said.stream().noneMatch(before -> before.contains(words))) {
        said.removeIf(words::contains);
        said.add(words);
      }
    }
    said.removeIf(String::isEmpty);
    return said.isEmpty() ? "no reason was given" : String.join(": ", said);
  }

  private String wordsOf(Throwable link) {
    String message = link.getMessage();
    if (message == null || message.isBlank()) {
      return "";
    }
    String address = uri.toString();
    String bare = message.startsWith(address) ? message.substring(address.length()) : message;
    return CLASS.matcher(bare.replaceFirst("^[:\\s]+", "")).replaceFirst("").strip();
  }
}
