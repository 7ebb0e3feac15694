package io.tenantsmith.harness;

import io.tenantsmith.yaml.TaggedNode;
import io.tenantsmith.yaml.TaggedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a state changes of a tenant: the objects that come and go, and the fields of those that
 * stay, one line each. Entries of a blueprint count as objects.
 */
public final class StateDifference {

  private static final String CLUSTER = "clusters/prod-eu-1";
  private static final JsonMapper MAPPER = new JsonMapper();

  private StateDifference() {}

  /** The lines of a tenant between two trees, as they lie below a folder of output. */
  public static SortedSet<String> lines(Path active, Path changed, String tenant) {
    SortedMap<String, JsonNode> before = objects(active, tenant);
    SortedMap<String, JsonNode> after = objects(changed, tenant);
    SortedSet<String> lines = new TreeSet<>();
    before.forEach(
        (key, object) -> {
          JsonNode now = after.get(key);
          if (now == null) {
            lines.add(key + ": gone");
          } else {
            changes(object, now, key + ":", lines);
          }
        });
    after.forEach(
        (key, object) -> {
          if (!before.containsKey(key)) {
            lines.add(key + ": new");
            changes(MAPPER.createObjectNode(), object, key + ":", lines);
          }
        });
    return lines;
  }

  /** The objects of a tenant by kind and name; digests in names are left out. */
  private static SortedMap<String, JsonNode> objects(Path output, String tenant) {
    SortedMap<String, JsonNode> objects = new TreeMap<>();
    List<Path> files =
        new ArrayList<>(YamlTrees.files(output.resolve(CLUSTER).resolve("tenants/" + tenant)));
    files.add(output.resolve(CLUSTER).resolve("flux/tenants/" + tenant + ".yaml"));
    for (Path file : files) {
      for (JsonNode object : YamlTrees.trees(YamlTrees.text(file))) {
        String name = object.at("/metadata/name").asString("");
        String place = object.at("/metadata/namespace").asString("");
        String key = object.path("kind").asString("") + " " + place + "/" + undigested(name);
        if (object.at("/metadata/labels").has("tenantsmith.io/blueprint")) {
          JsonNode data = ((ObjectNode) object).remove("data");
          data.forEach(text -> blueprint(key, text.asString(""), objects));
        }
        objects.put(key, object);
      }
    }
    return objects;
  }

  private static String undigested(String name) {
    return name.replaceFirst("-[0-9a-f]{8}$", "-<digest>");
  }

  private static void blueprint(String key, String text, SortedMap<String, JsonNode> objects) {
    ObjectNode blueprint = (ObjectNode) tree(new TaggedReader().read(text));
    blueprint
        .remove("entries")
        .forEach(
            entry ->
                objects.put(
                    "Entry " + entry.path("model").asString("") + " " + entry.path("identifiers"),
                    entry));
    objects.put("Blueprint of " + key, blueprint);
  }

  /** A tag becomes a mapping of one entry. */
  private static JsonNode tree(TaggedNode node) {
    JsonNode plain = untagged(node);
    return node.tag() == null ? plain : MAPPER.createObjectNode().set(node.tag(), plain);
  }

  private static JsonNode untagged(TaggedNode node) {
    if (node instanceof TaggedNode.Scalar scalar) {
      return MAPPER.getNodeFactory().stringNode(scalar.text());
    }
    if (node instanceof TaggedNode.Sequence sequence) {
      ArrayNode list = MAPPER.createArrayNode();
      sequence.items().forEach(item -> list.add(tree(item)));
      return list;
    }
    ObjectNode object = MAPPER.createObjectNode();
    ((TaggedNode.Mapping) node)
        .entries()
        .forEach(entry -> object.set(entry.key().text(), tree(entry.value())));
    return object;
  }

  private static void changes(JsonNode before, JsonNode after, String path, SortedSet<String> to) {
    if (before.equals(after)) {
      return;
    }
    if (after.isObject() && (before.isObject() || before.isMissingNode()) && !after.isEmpty()) {
      SortedSet<String> names = new TreeSet<>(after.propertyNames());
      names.addAll(before.propertyNames());
      names.forEach(name -> changes(before.path(name), after.path(name), path + " " + name, to));
    } else if (before.isArray() && after.isArray()) {
      items(before, after, path, to);
    } else {
      to.add(path + (after.isMissingNode() ? " gone" : " = " + after));
    }
  }

  /** Lists of one length are compared item by item, others as sets. */
  private static void items(JsonNode before, JsonNode after, String path, SortedSet<String> to) {
    if (before.size() == after.size()) {
      for (int i = 0; i < after.size(); i++) {
        changes(before.get(i), after.get(i), path + " [" + i + "]", to);
      }
      return;
    }
    List<JsonNode> gone = new ArrayList<>();
    before.forEach(gone::add);
    List<JsonNode> added = new ArrayList<>();
    after.forEach(item -> (gone.remove(item) ? new ArrayList<JsonNode>() : added).add(item));
    gone.forEach(item -> to.add(path + " [] without " + item));
    added.forEach(item -> to.add(path + " [] with " + item));
  }

  /** Whether a tree has a tenant at all. */
  public static boolean has(Path output, String tenant) {
    return Files.isDirectory(output.resolve(CLUSTER).resolve("tenants").resolve(tenant));
  }
}
