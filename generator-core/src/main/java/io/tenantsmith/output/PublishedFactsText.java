package io.tenantsmith.output;

import io.tenantsmith.json.JsonTree;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.IsoDate;
import io.tenantsmith.model.PublishedFacts;
import io.tenantsmith.model.PublishedFacts.Fixed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The text of the published facts of a tenant, in its line of index.json. */
final class PublishedFactsText {

  private static final Pattern BYTES = Pattern.compile("0|[1-9][0-9]{0,15}");
  private static final String FIXED = "fixed";
  private static final String GENERATION = "generation";
  private static final String SNAPSHOT = "snapshot";
  private static final String LOGIN = "login";
  private static final String RETIRED = "retired";
  private static final String UNTIL = "until";

  private PublishedFactsText() {}

  /** What is promised stands beside the state, before all that was rendered. */
  static void putPromise(PublishedFacts remembered, Map<String, Object> line) {
    remembered.promised().ifPresent(day -> line.put(UNTIL, day));
  }

  static void put(PublishedFacts remembered, Map<String, Object> line) {
    remembered.known().ifPresent(fixed -> line.put(FIXED, tree(fixed)));
    HostName login = remembered.login();
    if (login != null) {
      line.put(LOGIN, login.value());
    }
    if (!remembered.retired().isEmpty()) {
      line.put(RETIRED, remembered.retired().stream().map(HostName::value).toList());
    }
  }

  private static Map<String, Object> tree(Fixed fixed) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("content", fixed.content().text());
    tree.put("database", fixed.database().text());
    tree.put(GENERATION, fixed.generation());
    tree.put("instances", fixed.instances());
    tree.put("namespace", fixed.namespace());
    tree.put("region", fixed.region());
    tree.put("shared", fixed.shared());
    tree.put("single", fixed.single());
    String snapshot = fixed.snapshot();
    if (snapshot != null) {
      tree.put(SNAPSHOT, snapshot);
    }
    return tree;
  }

  /**
   * Reads the facts from a line. A line of an older generator has none.
   *
   * @throws IllegalArgumentException if the line does not have this form
   */
  static PublishedFacts read(JsonTree line) {
    List<HostName> retired = new ArrayList<>();
    require(!line.has(RETIRED) || line.path(RETIRED).isList());
    for (JsonTree host : line.path(RETIRED).items()) {
      retired.add(host(host));
    }
    return new PublishedFacts(
        line.has(FIXED) ? fixed(line.path(FIXED)) : null,
        line.has(LOGIN) ? host(line.path(LOGIN)) : null,
        retired,
        line.has(UNTIL) ? day(line.path(UNTIL)) : null);
  }

  private static String day(JsonTree node) {
    return IsoDate.check(text(node)).value().orElseThrow(IllegalArgumentException::new);
  }

  private static Fixed fixed(JsonTree tree) {
    JsonTree instances = tree.path("instances");
    require(instances.isInt());
    return new Fixed(
        text(tree.path("namespace")),
        text(tree.path("region")),
        size(tree.path("content")),
        size(tree.path("database")),
        instances.integer(0),
        text(tree.path("shared")),
        text(tree.path("single")),
        tree.has(SNAPSHOT) ? text(tree.path(SNAPSHOT)) : null,
        generation(tree));
  }

  /** A line that is older than the field is of a tenant that never had another one. */
  private static int generation(JsonTree tree) {
    JsonTree generation = tree.path(GENERATION);
    require(!tree.has(GENERATION) || (generation.isInt() && generation.integer(0) > 0));
    return generation.integer(Fixed.FIRST_GENERATION);
  }

  /**
   * The amount in a node. An amount that is whole in no unit is written as a number of bytes, which
   * users may not write; it may be zero.
   */
  static Bytes size(JsonTree node) {
    String text = text(node);
    if (BYTES.matcher(text).matches()) {
      return new Bytes(Long.parseLong(text));
    }
    return Bytes.parse(text).value().orElseThrow(IllegalArgumentException::new);
  }

  private static HostName host(JsonTree node) {
    return HostName.parse(text(node)).value().orElseThrow(IllegalArgumentException::new);
  }

  private static String text(JsonTree node) {
    require(node.isText() && !node.text().isEmpty());
    return node.text();
  }

  private static void require(boolean held) {
    if (!held) {
      throw new IllegalArgumentException("not of the form");
    }
  }
}
