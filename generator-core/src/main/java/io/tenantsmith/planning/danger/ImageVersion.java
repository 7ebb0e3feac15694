package io.tenantsmith.planning.danger;

import io.tenantsmith.model.ImageName;
import io.tenantsmith.model.ImageReference;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions in an image's tag: its own, which comes first, and those of what it is built with,
 * for instance {@code php8.4}.
 *
 * @param name the image without registry and folder, since a mirror changes nothing
 * @param tag the tag as written
 * @param own the numbers of its own version; none if the tag is no version
 * @param early whether it is a version before a release
 * @param parts versions by what they are of
 */
record ImageVersion(
    String name,
    String tag,
    List<BigInteger> own,
    boolean early,
    Map<String, List<BigInteger>> parts) {

  private static final String NUMBERS = "[0-9]{1,20}(?:\\.[0-9]{1,20}){0,5}";
  private static final Pattern OWN = Pattern.compile("v?(" + NUMBERS + ")(?:[-+_](.*))?");
  private static final Pattern PART = Pattern.compile("([a-z]+)[._]?(" + NUMBERS + ")");
  private static final Pattern EARLY = Pattern.compile("(alpha|beta|rc|pre|dev|snapshot).*");

  /** Reads a reference; empty if it has no tag that begins with a version. */
  static Optional<ImageVersion> of(String reference) {
    Optional<ImageName> image = ImageReference.name(reference);
    Matcher matcher = OWN.matcher(image.map(ImageName::tag).orElse(""));
    if (image.isEmpty() || !matcher.matches()) {
      return Optional.empty();
    }
    Map<String, List<BigInteger>> parts = new TreeMap<>();
    boolean early = false;
    String rest = matcher.group(2) == null ? "" : matcher.group(2);
    for (String token : rest.split("[-+_]", -1)) {
      Matcher part = PART.matcher(token);
      if (EARLY.matcher(token).matches()) {
        early = true;
      }
      if (part.matches()) {
        parts.put(part.group(1), numbers(part.group(2)));
      }
    }
    return Optional.of(
        new ImageVersion(
            image.get().last(), image.get().tag(), numbers(matcher.group(1)), early, parts));
  }

  /** Whether both are versions of one image. */
  boolean isOfSameImage(ImageVersion other) {
    return name.equals(other.name);
  }

  /** Whether its first number is higher. */
  boolean isNewMajor(ImageVersion former) {
    return own.get(0).compareTo(former.own.get(0)) > 0;
  }

  /** What is older than in the former version, as users read it; empty if nothing is. */
  Optional<String> older(ImageVersion former) {
    int order = compare(own, former.own);
    if (order < 0 || (order == 0 && early && !former.early)) {
      return Optional.of(name + " " + former.tag + " -> " + tag);
    }
    if (order > 0) {
      return Optional.empty();
    }
    for (Map.Entry<String, List<BigInteger>> part : parts.entrySet()) {
      List<BigInteger> old = former.parts.get(part.getKey());
      if (old != null && compare(part.getValue(), old) < 0) {
        return Optional.of(
            name + " " + former.tag + " -> " + tag + ", with an older " + part.getKey());
      }
    }
    return Optional.empty();
  }

  /** A number that one of them does not state is not compared: a tag 11.8 moves with 11.8.2. */
  private static int compare(List<BigInteger> one, List<BigInteger> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static List<BigInteger> numbers(String text) {
    List<BigInteger> numbers = new ArrayList<>();
    for (String number : text.split("\\.", -1)) {
      numbers.add(new BigInteger(number));
    }
    return numbers;
  }
}
