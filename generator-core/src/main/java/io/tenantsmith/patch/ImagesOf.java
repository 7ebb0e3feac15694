package io.tenantsmith.patch;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The images that an object runs. */
final class ImagesOf {

  private ImagesOf() {}

  /** Names of its images, without tag and digest. */
  static Set<String> repositories(Map<String, ?> tree) {
    Set<String> found = new TreeSet<>();
    collect(tree, found);
    return found;
  }

  /** The name of an image without tag and digest. */
  static String repository(String image) {
    int digest = image.indexOf('@');
    String name = digest < 0 ? image : image.substring(0, digest);
    int tag = name.indexOf(':', name.lastIndexOf('/') + 1);
    return tag < 0 ? name : name.substring(0, tag);
  }

  private static void collect(@Nullable Object node, Set<String> found) {
    if (node instanceof Map<?, ?> map) {
      if (map.get("image") instanceof String image) {
        found.add(repository(image));
      }
      map.values().forEach(value -> collect(value, found));
    } else if (node instanceof Collection<?> items) {
      items.forEach(item -> collect(item, found));
    }
  }
}
