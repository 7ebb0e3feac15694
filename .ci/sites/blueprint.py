"""What the rendered blueprints say about a tenant's people: groups, the client of the site, claims.

Expressions are Python for Authentik; here they see stand-ins of Authentik's users and groups.
"""

import textwrap
import types

import yaml


class _Loader(yaml.SafeLoader):
    """Reads Authentik's tags as what they are given."""


class Tag:
    def __init__(self, name, value):
        self.name, self.value = name, value


def _construct(loader, suffix, node):
    if isinstance(node, yaml.ScalarNode):
        return Tag(suffix, loader.construct_scalar(node))
    if isinstance(node, yaml.SequenceNode):
        return Tag(suffix, loader.construct_sequence(node, deep=True))
    return Tag(suffix, loader.construct_mapping(node, deep=True))


_Loader.add_multi_constructor("!", _construct)


def entries(objects):
    """All entries of the blueprints in ConfigMaps but those that remove something."""
    found = []
    for each in objects:
        for text in each.get("data", {}).values() if each["kind"] == "ConfigMap" else ():
            if "goauthentik.io/blueprints/schema.json" in text:
                found += [entry for entry in yaml.load(text, _Loader)["entries"] if entry.get("state") != "absent"]
    return found


class Groups(list):
    """As Authentik gives them to expressions."""

    def all(self):
        return self

    def filter(self, **wanted):
        name = wanted.get("name")
        return Groups(each for each in self if name in (None, each.name))

    def exists(self):
        return bool(self)


class Identity:
    """Groups and mappings of the platform's and the tenants' blueprints."""

    def __init__(self, objects):
        self._entries = entries(objects)
        self._names = {entry["id"] + _name(entry): _name(entry) for entry in self._entries if "id" in entry}

    def _of(self, model):
        return [entry for entry in self._entries if entry["model"] == model]

    def client(self, client_id):
        """The attributes of the provider with this client."""
        return next(each["attrs"] for each in self._of("authentik_providers_oauth2.oauth2provider") if each.get("attrs", {}).get("client_id") == client_id)

    def groups(self, member_of):
        """All groups of somebody who is in these, and in their parents."""
        known = {_name(each): each for each in self._of("authentik_core.group")}
        found, names = Groups(), list(member_of)
        while names:
            entry = known.get(names.pop())
            if entry is None or any(each.name == _name(entry) for each in found):
                continue
            attributes = entry.get("attrs", {})
            found.append(types.SimpleNamespace(name=_name(entry), attributes=attributes.get("attributes", {})))
            names += [self._target(parent, entry) for parent in attributes.get("parents", [])]
        return found

    def _target(self, tag, near):
        if tag.name == "Find":
            return tag.value[1][1]
        start = self._entries.index(near)
        # Ids count within one file: the nearest entry before is the one that is meant.
        for entry in reversed(self._entries[:start]):
            if entry.get("id") == tag.value:
                return _name(entry)
        raise LookupError(f"no entry {tag.value} before {_name(near)}")

    def claims(self, client_id, slug, person):
        """The claims of a person for this client, by the expressions of its own mappings; those that Authentik brings are known here."""
        result = {"email": person.email, "email_verified": True}
        for tag in self.client(client_id)["property_mappings"]:
            by, name = tag.value[1]
            if by == "managed":
                continue
            mapping = next(each for each in self._of("authentik_providers_oauth2.scopemapping") if _name(each) == name)
            result |= _evaluate(mapping["attrs"]["expression"], slug, person)
        return result

    def may_enter(self, slug, person):
        """Whether the application's bindings to groups let somebody in; a binding to a policy is not judged."""
        application = next(each for each in self._of("authentik_core.application") if each["identifiers"].get("slug") == slug)
        names = {each.name for each in person.all_groups()}
        start = self._entries.index(application)
        allowed = []
        for entry in self._entries[start:]:
            if entry["model"] == "authentik_policies.policybinding" and "group" in entry["identifiers"]:
                if getattr(entry["identifiers"]["target"], "value", None) == application.get("id"):
                    allowed.append(self._target(entry["identifiers"]["group"], entry) in names)
        return bool(allowed) and all(allowed)


def _name(entry):
    identifiers = entry.get("identifiers", {})
    return str(identifiers.get("name") or identifiers.get("slug") or identifiers.get("username") or "")


def person(identity, name, email, groups):
    """Somebody as expressions see them."""
    known = identity.groups(groups)
    direct = Groups(each for each in known if each.name in groups)
    return types.SimpleNamespace(name=name, username=name, email=email, groups=direct, all_groups=lambda: known, is_active=True, attributes={})


def _evaluate(expression, slug, who):
    source = "def expression(request, provider, ak_is_group_member):\n" + textwrap.indent(expression, "    ")
    scope = {}
    exec(compile(source, "expression", "exec"), scope)  # the product's own text
    request = types.SimpleNamespace(user=who)
    provider = types.SimpleNamespace(application=types.SimpleNamespace(slug=slug))
    member = lambda user, name: any(each.name == name for each in user.all_groups())  # noqa: E731
    return scope["expression"](request, provider, member)
