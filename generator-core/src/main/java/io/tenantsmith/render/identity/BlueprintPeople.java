package io.tenantsmith.render.identity;

import io.tenantsmith.yaml.TaggedNode;
import io.tenantsmith.yaml.TaggedNode.Mapping;
import io.tenantsmith.yaml.TaggedNode.Scalar;
import io.tenantsmith.yaml.TaggedNode.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who belongs to which group, and what groups may do: each owner states its own and nobody else's.
 */
final class BlueprintPeople {

  private static final String GROUP = "authentik_core.group";
  private static final String ROLE = "authentik_rbac.role";
  private static final String INITIAL = "authentik_rbac.initialpermissions";
  private static final String USER = "authentik_core.user";
  private static final Set<String> GROUPS = Set.of("", "-admins", "-users", "-viewers", "-owner");
  private static final Set<String> GRANTED =
      Set.of(
          "authentik_core.view_group",
          "authentik_core.add_user_to_group",
          "authentik_core.remove_user_from_group",
          "authentik_flows.view_flow");
  private static final Set<String> INVITATIONS = Set.of("view_invitation", "delete_invitation");
  private static final Set<String> OF_ROLES =
      Set.of("authentik_stages_invitation.add_invitation", "authentik_rbac.access_admin_interface");

  private final BlueprintRules.Owner owner;
  private final List<BlueprintObject> objects;
  private final String prefix;
  private final Map<String, BlueprintObject> byId = new LinkedHashMap<>();

  BlueprintPeople(BlueprintRules.Owner owner, List<BlueprintObject> objects) {
    this.owner = owner;
    this.objects = objects;
    this.prefix = "tenant-" + owner.id();
    objects.stream().filter(o -> !o.id().isEmpty()).forEach(o -> byId.put(o.id(), o));
  }

  void check() {
    for (BlueprintObject object : objects) {
      checkOwner(object);
      if (object.isA(USER)) {
        checkPerson(object);
      }
      if (object.isPresent()) {
        checkMembers(object);
        checkGrants(object);
      }
    }
  }

  /** Two files that state one object undo each other at every apply. */
  private void checkOwner(BlueprintObject object) {
    if (!Set.of(GROUP, ROLE, INITIAL).contains(object.model())) {
      return;
    }
    String name = object.text("name");
    boolean own =
        switch (object.model()) {
          case ROLE -> name.equals(prefix + "-admin");
          case INITIAL -> name.equals(prefix + "-admin invitations");
          default -> GROUPS.stream().anyMatch(suffix -> name.equals(prefix + suffix));
        };
    BlueprintRule.OWN_OBJECT.require(owner.isPlatform() ? name.startsWith("platform-") : own, name);
  }

  /** A person is known by a lower-case address, made without a password, and never removed. */
  private static void checkPerson(BlueprintObject person) {
    BlueprintRule rule = BlueprintRule.PERSON;
    String name = person.text("username");
    rule.require(person.identifiers().entries().size() == 1, "more than one identifier");
    if (!person.isPresent()) {
      rule.require(name.indexOf('@') < 0, name + " is removed");
      return;
    }
    rule.require(rule.string(rule.field(person.identifiers(), "username")).equals(name), name);
    rule.require(name.equals(name.strip().toLowerCase(Locale.ROOT)), name);
    rule.require(name.indexOf('@') > 0 && person.text("email").equals(name), name);
  }

  /** A list of members replaces all of them: it belongs to a group that holds nobody else. */
  private void checkMembers(BlueprintObject group) {
    if (!group.isA(GROUP)) {
      return;
    }
    boolean ofOwner = !owner.isPlatform() && group.text("name").equals(prefix + "-owner");
    BlueprintRule rule = BlueprintRule.MEMBERS;
    rule.require(group.field("users").isPresent() == ofOwner, group.text("name"));
    if (ofOwner) {
      for (TaggedNode user : rule.sequence(rule.field(group.attrs(), "users")).items()) {
        BlueprintObject person = byId.get(BlueprintObject.reference(user));
        rule.require(person != null && person.isA(USER), "a member who is not of this file");
      }
    }
  }

  private void checkGrants(BlueprintObject object) {
    BlueprintRule rule = BlueprintRule.GRANT;
    for (TaggedNode item : items(object.entry(), "permissions")) {
      Mapping grant = rule.mapping(item);
      String permission = rule.string(rule.field(grant, "permission"));
      rule.require(GRANTED.contains(permission), permission);
      rule.require(
          !object.text("name").endsWith("-owner") || permission.endsWith(".view_group"),
          permission + " of owners");
      requireOwnRole(rule.field(grant, "role"));
    }
    if (object.isA(ROLE)) {
      for (TaggedNode item : items(object.attrs(), "permissions")) {
        rule.require(owner.isPlatform() && OF_ROLES.contains(rule.string(item)), "of a role");
      }
    }
    if (object.isA(INITIAL)) {
      checkInitial(object);
    }
  }

  /** Whoever shares the role would have the permission for what all others make. */
  private void checkInitial(BlueprintObject object) {
    BlueprintRule rule = BlueprintRule.GRANT;
    rule.require(!owner.isPlatform(), object.text("name"));
    requireOwnRole(rule.field(object.attrs(), "role"));
    for (TaggedNode item : items(object.attrs(), "permissions")) {
      boolean known =
          item instanceof Sequence find
              && find.items().get(find.items().size() - 1) instanceof Sequence pair
              && pair.items().get(pair.items().size() - 1) instanceof Scalar codename
              && INVITATIONS.contains(codename.text());
      rule.require(known, object.text("name"));
    }
  }

  private void requireOwnRole(TaggedNode node) {
    BlueprintObject role = byId.get(BlueprintObject.reference(node));
    BlueprintRule.GRANT.require(role != null && role.isA(ROLE), "to a role of another file");
  }

  private static List<TaggedNode> items(Mapping mapping, String key) {
    return mapping
        .get(key)
        .map(node -> BlueprintRule.GRANT.sequence(node).items())
        .orElseGet(List::of);
  }
}
