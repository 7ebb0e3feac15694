package io.tenantsmith.render.identity;

import io.tenantsmith.yaml.TaggedNode;
import io.tenantsmith.yaml.TaggedNode.Mapping;
import io.tenantsmith.yaml.TaggedNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks the entries of the blueprints of one owner, each by itself, in their order. */
final class BlueprintEntry {

  private static final Set<String> KEYS =
      Set.of("model", "id", "state", "conditions", "identifiers", "attrs", "permissions");
  private static final Set<String> RESERVED =
      Set.of("authorize", "token", "device", "userinfo", "introspect", "revoke");

  private final BlueprintRules.Owner owner;
  private final Set<List<String>> objects = new LinkedHashSet<>();
  private Set<String> ids = new LinkedHashSet<>();
  private int files;

  /** A check of all that an owner states. */
  BlueprintEntry(BlueprintRules.Owner owner) {
    this.owner = owner;
  }

  /** Begins a file: what it refers to stands in itself. */
  void file() {
    ids = new LinkedHashSet<>();
    files++;
  }

  BlueprintObject check(Mapping entry) {
    for (TaggedNode.Entry field : entry.entries()) {
      checkKey(field.key().text());
    }
    BlueprintObject object = BlueprintObject.of(entry);
    BlueprintRule.LITERAL_IDENTIFIER.require(
        !object.identifiers().entries().isEmpty(), object.model());
    checkObject(object);
    checkNames(object);
    if (object.isPresent()) {
      checkPresent(object);
    } else {
      checkAbsent(object);
    }
    return object;
  }

  /** Refuses two entries of one object: each would undo the other at every apply. */
  private void checkObject(BlueprintObject object) {
    List<String> identity = new ArrayList<>(List.of(object.model()));
    for (TaggedNode.Entry field : object.identifiers().entries()) {
      if (!(field.value() instanceof Scalar value)) {
        return;
      }
      String tag = value.tag() == null ? "" : value.tag() + " of file " + files + " ";
      identity.add(field.key().text() + "=" + tag + value.text());
    }
    if (!objects.add(identity)) {
      throw BlueprintRule.UNIQUE_OBJECT.broken(String.join(" ", identity));
    }
  }

  private static void checkKey(String key) {
    BlueprintRule.ENTRY_KEY.require(KEYS.contains(key), key);
  }

  private static BlueprintModels.Model model(String name) {
    return BlueprintModels.model(name).orElseThrow(() -> BlueprintRule.MODEL.broken(name));
  }

  private static void checkNames(BlueprintObject object) {
    BlueprintModels.Model model = model(object.model());
    for (Mapping part : List.of(object.identifiers(), object.attrs())) {
      for (TaggedNode.Entry field : part.entries()) {
        String name = field.key().text();
        if (!model.knows(name)) {
          throw BlueprintRule.ATTRIBUTE.broken(object.model() + "." + name);
        }
        BlueprintRule.NULL.require(
            !isNull(field.value()) || BlueprintModels.isNullable(name), name);
      }
    }
  }

  private static boolean isNull(TaggedNode node) {
    return node instanceof Scalar scalar
        && scalar.tag() == null
        && scalar.plain()
        && scalar.text().equals("null");
  }

  /**
   * Refuses a tag as an identifier: a tag that finds nothing is null, and null matches somebody
   * else's object.
   */
  private static void checkAbsent(BlueprintObject object) {
    for (TaggedNode.Entry field : object.identifiers().entries()) {
      String text = BlueprintRule.LITERAL_IDENTIFIER.string(field.value());
      BlueprintRule.LITERAL_IDENTIFIER.require(!text.isEmpty(), field.key().text());
    }
    BlueprintRule.ENTRY_KEY.require(
        object.entry().entries().size() == 3, "more than an absent entry needs");
  }

  private void checkPresent(BlueprintObject object) {
    // A person is made once; whatever else is ours is put right at every apply.
    String state = object.isA("authentik_core.user") ? "created" : "present";
    BlueprintRule.STATE.require(object.state().equals(state), object.state());
    checkComplete(object);
    checkReferences(object.entry());
    object.identifiers().get("slug").ifPresent(BlueprintEntry::checkSlug);
    checkAttributes(object);
    object.entry().get("permissions").ifPresent(BlueprintEntry::checkPermissions);
    object.entry().get("id").ifPresent(this::addId);
  }

  /** What is left out keeps the value that somebody gave it by hand. */
  private static void checkComplete(BlueprintObject object) {
    for (String name : model(object.model()).stated()) {
      if (object.field(name).isEmpty()) {
        throw BlueprintRule.COMPLETE.broken(object.model() + " without " + name);
      }
    }
  }

  private void addId(TaggedNode node) {
    String id = BlueprintRule.UNIQUE_ID.string(node);
    BlueprintRule.UNIQUE_ID.require(ids.add(id), id);
  }

  private void checkReferences(TaggedNode node) {
    if (node instanceof Scalar scalar && "!KeyOf".equals(scalar.tag())) {
      BlueprintRule.EARLIER_ID.require(ids.contains(scalar.text()), scalar.text());
    } else if (node instanceof TaggedNode.Sequence sequence) {
      for (TaggedNode item : sequence.items()) {
        checkReferences(item);
      }
    } else if (node instanceof Mapping mapping) {
      for (TaggedNode.Entry field : mapping.entries()) {
        checkReferences(field.value());
      }
    }
  }

  private static void checkSlug(TaggedNode node) {
    String slug = BlueprintRule.RESERVED_SLUG.string(node);
    BlueprintRule.RESERVED_SLUG.require(!RESERVED.contains(slug), slug);
  }

  private void checkAttributes(BlueprintObject object) {
    if (!object.isA("authentik_providers_oauth2.oauth2provider")) {
      return;
    }
    boolean isPublic = object.text("client_type").equals("public");
    BlueprintRule.CLIENT_SECRET.require(
        object.field("client_secret").map(secret -> "!File".equals(secret.tag())).orElse(isPublic),
        "not from a file");
    TaggedNode uris = object.field("redirect_uris").orElseThrow();
    for (TaggedNode uri : BlueprintRule.REDIRECT.sequence(uris).items()) {
      checkRedirect(BlueprintRule.REDIRECT.mapping(uri), isPublic);
    }
  }

  private void checkRedirect(Mapping redirect, boolean isPublic) {
    BlueprintRule rule = BlueprintRule.REDIRECT;
    rule.require(rule.string(rule.field(redirect, "matching_mode")).equals("strict"), "mode");
    String url = rule.string(rule.field(redirect, "url"));
    boolean loopback = isPublic && owner.isPlatform() && url.matches("http://localhost:[0-9]+");
    boolean own = owner.hosts().stream().anyMatch(host -> url.startsWith("https://" + host + "/"));
    rule.require(loopback || own, url);
  }

  private static void checkPermissions(TaggedNode node) {
    BlueprintRule rule = BlueprintRule.PERMISSION;
    for (TaggedNode item : rule.sequence(node).items()) {
      String permission = rule.string(rule.field(rule.mapping(item), "permission"));
      rule.require(permission.indexOf('.') > 0, permission);
    }
  }
}
