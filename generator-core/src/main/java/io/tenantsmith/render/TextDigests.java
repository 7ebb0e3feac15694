package io.tenantsmith.render;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The SHA-256 of texts. Those of texts that were asked for lately are remembered, since most files
 * of a tenant are the same for every tenant of its tier; a digest is the same whether it is
 * remembered or not. Thread-safe.
 */
public final class TextDigests {

  private static final int MOST = 256;

  private final Map<String, String> known = new Latest();

  /** The 64 hexadecimal digits of a text in UTF-8. */
  public String of(String text) {
    synchronized (known) {
      return known.computeIfAbsent(text, each -> ContentDigest.ofText(each, 64));
    }
  }

  /** Forgets the text that was not asked for the longest. */
  private static final class Latest extends LinkedHashMap<String, String> {

    private static final long serialVersionUID = 1;

    Latest() {
      super(MOST, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
      return size() > MOST;
    }
  }
}
