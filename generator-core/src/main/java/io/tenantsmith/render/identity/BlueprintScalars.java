package io.tenantsmith.render.identity;

import io.tenantsmith.yaml.PlainText;
import io.tenantsmith.yaml.TaggedNode;
import io.tenantsmith.yaml.YamlScalar;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks every scalar and tag of a blueprint, wherever it is. */
final class BlueprintScalars {

  private static final Set<String> TAGS = Set.of("!KeyOf", "!Find", "!File");
  private static final Set<String> BARE = Set.of("true", "false", "null");
  private static final String SECRETS = "/tenant-secrets/";

  private final String secretPrefix;

  BlueprintScalars(String owner) {
    this.secretPrefix = SECRETS + owner + ".";
  }

  void check(TaggedNode node) {
    checkTag(node.tag());
    if (node instanceof TaggedNode.Scalar scalar) {
      checkScalar(scalar);
    } else if (node instanceof TaggedNode.Sequence sequence) {
      BlueprintRule.SECRET_FILE.require(!"!File".equals(sequence.tag()), "a default value");
      for (TaggedNode item : sequence.items()) {
        check(item);
      }
    } else if (node instanceof TaggedNode.Mapping mapping) {
      for (TaggedNode.Entry entry : mapping.entries()) {
        check(entry.key());
        check(entry.value());
      }
    }
  }

  private static void checkTag(@Nullable String tag) {
    BlueprintRule.TAG.require(tag == null || TAGS.contains(tag), String.valueOf(tag));
  }

  private void checkScalar(TaggedNode.Scalar scalar) {
    if ("!File".equals(scalar.tag())) {
      BlueprintRule.SECRET_FILE.require(isOwnSecret(scalar.text()), scalar.text());
    }
    if (scalar.plain()) {
      BlueprintRule.PLAIN_SCALAR.require(readsAlike(scalar), scalar.text());
    }
  }

  private boolean isOwnSecret(String path) {
    return path.startsWith(secretPrefix) && path.indexOf('/', SECRETS.length()) < 0;
  }

  /** Whether Authentik, which reads YAML 1.1, reads the scalar as we do. */
  private static boolean readsAlike(TaggedNode.Scalar scalar) {
    String text = scalar.text();
    if (scalar.tag() != null || scalar.type() == YamlScalar.Type.STRING) {
      return !PlainText.isAmbiguous(text);
    }
    return scalar.type() == YamlScalar.Type.INTEGER ? isCanonical(text) : BARE.contains(text);
  }

  private static boolean isCanonical(String number) {
    String digits = number.startsWith("-") ? number.substring(1) : number;
    return number.equals("0")
        || (!digits.startsWith("0") && digits.chars().allMatch(c -> c >= '0' && c <= '9'));
  }
}
