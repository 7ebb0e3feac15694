package io.tenantsmith.render.identity;

import io.tenantsmith.yaml.TaggedNode;
import java.util.Optional;

/** The rules of a blueprint, by the name that a violation shows. */
enum BlueprintRule {
  SHAPE,
  VERSION,
  METADATA,
  LABELS,
  PLAIN_SCALAR,
  TAG,
  SECRET_FILE,
  ENTRY_KEY,
  STATE,
  MODEL,
  ATTRIBUTE,
  UNIQUE_ID,
  UNIQUE_OBJECT,
  EARLIER_ID,
  LITERAL_IDENTIFIER,
  CLIENT_SECRET,
  REDIRECT,
  PERMISSION,
  RESERVED_SLUG,
  COMPLETE,
  NULL,
  CONDITION,
  OPTIONAL_FIND,
  OWN_OBJECT,
  PERSON,
  MEMBERS,
  GRANT,
  STEP,
  INVITATION,
  REFUSAL,
  FAILURES,
  FACTOR,
  MAIL_FIRST;

  /** Throws with the rule's name if it is broken. */
  void require(boolean held, String detail) {
    if (!held) {
      throw broken(detail);
    }
  }

  TaggedNode field(TaggedNode.Mapping mapping, String key) {
    Optional<TaggedNode> found = mapping.get(key);
    if (found.isEmpty()) {
      throw broken("no " + key);
    }
    return found.get();
  }

  TaggedNode.Mapping mapping(TaggedNode node) {
    if (node instanceof TaggedNode.Mapping mapping) {
      return mapping;
    }
    throw broken("no mapping");
  }

  TaggedNode.Sequence sequence(TaggedNode node) {
    if (node instanceof TaggedNode.Sequence sequence) {
      return sequence;
    }
    throw broken("no list");
  }

  String string(TaggedNode node) {
    if (node instanceof TaggedNode.Scalar scalar && scalar.isString()) {
      return scalar.text();
    }
    throw broken("no string");
  }

  IllegalStateException broken(String detail) {
    return new IllegalStateException("blueprint rule " + this + ": " + detail);
  }
}
