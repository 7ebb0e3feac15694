package io.tenantsmith.render.identity;

import io.tenantsmith.yaml.TaggedNode;
import io.tenantsmith.yaml.TaggedNode.Mapping;
import io.tenantsmith.yaml.TaggedNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the entries of one blueprint, in their order. */
final class BlueprintEntry {

  private static final Set<String> KEYS =
      Set.of("model", "id", "state", "conditions", "identifiers", "attrs", "permissions");
  private static final Set<String> RESERVED =
      Set.of("authorize", "token", "device", "userinfo", "introspect", "revoke");

  private final List<String> hosts;
  private final Set<String> ids;
  private final Set<List<String>> objects = new LinkedHashSet<>();

  /**
   * A check.
   *
   * @param ids ids of the entries so far; grows
   */
  BlueprintEntry(BlueprintRules.Owner owner, Set<String> ids) {
    this.hosts = owner.hosts();
    this.ids = ids;
  }

  void check(Mapping entry) {
    entry.entries().forEach(field -> checkKey(field.key().text()));
    String model = BlueprintRule.MODEL.string(BlueprintRule.MODEL.field(entry, "model"));
    String state = BlueprintRule.STATE.string(BlueprintRule.STATE.field(entry, "state"));
    Mapping identifiers = part(entry, "identifiers").orElseThrow(() -> noIdentifiers(model));
    BlueprintRule.LITERAL_IDENTIFIER.require(!identifiers.entries().isEmpty(), model);
    checkObject(model, identifiers);
    Set<String> known = attributes(model);
    checkNames(known, identifiers, model);
    part(entry, "attrs").ifPresent(attrs -> checkNames(known, attrs, model));
    if (state.equals("absent")) {
      checkAbsent(entry, identifiers);
    } else {
      BlueprintRule.STATE.require(state.equals("present"), state);
      checkPresent(entry, identifiers);
    }
  }

  /** Refuses two entries of one object: each would undo the other at every apply. */
  private void checkObject(String model, Mapping identifiers) {
    List<String> object = new ArrayList<>(List.of(model));
    for (TaggedNode.Entry field : identifiers.entries()) {
      if (!(field.value() instanceof Scalar value) || !value.isString()) {
        return;
      }
      object.add(field.key().text() + "=" + value.text());
    }
    BlueprintRule.UNIQUE_OBJECT.require(objects.add(object), String.join(" ", object));
  }

  private static void checkKey(String key) {
    BlueprintRule.ENTRY_KEY.require(KEYS.contains(key), key);
  }

  private static Set<String> attributes(String model) {
    return BlueprintModels.attributes(model)
        .orElseThrow(() -> new IllegalStateException("blueprint rule MODEL: " + model));
  }

  private static void checkNames(Set<String> known, Mapping mapping, String model) {
    mapping
        .entries()
        .forEach(
            field ->
                BlueprintRule.ATTRIBUTE.require(
                    known.contains(field.key().text()), model + "." + field.key().text()));
  }

  /**
   * Refuses a tag as an identifier: a tag that finds nothing is null, and null matches somebody
   * else's object.
   */
  private static void checkAbsent(Mapping entry, Mapping identifiers) {
    for (TaggedNode.Entry field : identifiers.entries()) {
      String text = BlueprintRule.LITERAL_IDENTIFIER.string(field.value());
      BlueprintRule.LITERAL_IDENTIFIER.require(!text.isEmpty(), field.key().text());
    }
    BlueprintRule.ENTRY_KEY.require(entry.entries().size() == 3, "more than an absent entry needs");
  }

  private void checkPresent(Mapping entry, Mapping identifiers) {
    checkReferences(entry);
    identifiers.get("slug").ifPresent(BlueprintEntry::checkSlug);
    part(entry, "attrs").ifPresent(this::checkAttributes);
    entry.get("permissions").ifPresent(BlueprintEntry::checkPermissions);
    entry.get("id").ifPresent(this::addId);
  }

  private void addId(TaggedNode node) {
    String id = BlueprintRule.UNIQUE_ID.string(node);
    BlueprintRule.UNIQUE_ID.require(ids.add(id), id);
  }

  private void checkReferences(TaggedNode node) {
    if (node instanceof Scalar scalar && "!KeyOf".equals(scalar.tag())) {
      BlueprintRule.EARLIER_ID.require(ids.contains(scalar.text()), scalar.text());
    } else if (node instanceof TaggedNode.Sequence sequence) {
      sequence.items().forEach(this::checkReferences);
    } else if (node instanceof Mapping mapping) {
      mapping.entries().forEach(field -> checkReferences(field.value()));
    }
  }

  private static void checkSlug(TaggedNode node) {
    String slug = BlueprintRule.RESERVED_SLUG.string(node);
    BlueprintRule.RESERVED_SLUG.require(!RESERVED.contains(slug), slug);
  }

  private void checkAttributes(Mapping attrs) {
    attrs
        .get("client_secret")
        .ifPresent(
            secret ->
                BlueprintRule.CLIENT_SECRET.require(
                    "!File".equals(secret.tag()), "not from a file"));
    attrs
        .get("redirect_uris")
        .map(BlueprintRule.REDIRECT::sequence)
        .ifPresent(
            uris ->
                uris.items().forEach(uri -> checkRedirect(BlueprintRule.REDIRECT.mapping(uri))));
  }

  private void checkRedirect(Mapping redirect) {
    BlueprintRule rule = BlueprintRule.REDIRECT;
    rule.require(rule.string(rule.field(redirect, "matching_mode")).equals("strict"), "mode");
    String url = rule.string(rule.field(redirect, "url"));
    rule.require(hosts.stream().anyMatch(host -> url.startsWith("https://" + host + "/")), url);
  }

  private static void checkPermissions(TaggedNode node) {
    BlueprintRule rule = BlueprintRule.PERMISSION;
    for (TaggedNode item : rule.sequence(node).items()) {
      String permission = rule.string(rule.field(rule.mapping(item), "permission"));
      rule.require(permission.indexOf('.') > 0, permission);
    }
  }

  private static Optional<Mapping> part(Mapping entry, String key) {
    return entry.get(key).map(BlueprintRule.SHAPE::mapping);
  }

  private static IllegalStateException noIdentifiers(String model) {
    return new IllegalStateException("blueprint rule LITERAL_IDENTIFIER: none for " + model);
  }
}
