package io.tenantsmith.schema;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.diagnostic.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The diagnostic of a key that the schema does not know. */
final class UnknownField {

  private static final Pattern SECRET =
      Pattern.compile(
          "passw(or)?d|passphrase|secret|token|credential|(api|access|private|signing|license)key");

  // Keys of Kubernetes that people look for here; what they set follows from other fields.
  private static final List<String> OF_THE_PLATFORM =
      List.of(
          "namespace",
          "image",
          "images",
          "annotations",
          "labels",
          "replicas",
          "env",
          "serviceaccount",
          "securitycontext",
          "nodeselector",
          "tolerations",
          "ingress",
          "quota",
          "storageclass");

  // Images that there were once; the nearest name would mislead.
  private static final Map<String, String> FORMER =
      Map.of(
          "pipelines",
          "remove it: content automation runs on the image of open_webui, or on \"content\" if stated");

  private UnknownField() {}

  static Diagnostic at(String name, SourceRange key, Place parent, SchemaKind kind) {
    if (isSecret(name)) {
      return Diagnostic.error(Code.SCH007, key, Quoted.quote(name) + " would be a secret in Git")
          .withHint(
              "remove it, and change the secret if it was real: secrets are made in the cluster");
    }
    return Diagnostic.error(Code.SCH003, key, "unknown field " + Quoted.quote(name))
        .withHint(hint(name, parent, kind));
  }

  private static String hint(String name, Place parent, SchemaKind kind) {
    Shape shape = parent.shape();
    List<String> known = shape == null ? List.of() : List.copyOf(shape.fields().keySet());
    if (known.contains("patch") && (name.equals("path") || name.equals("url"))) {
      return "write the patch itself below \"patch\"; nothing is read from elsewhere";
    }
    if (known.contains("open_webui") && known.contains("wordpress") && FORMER.containsKey(name)) {
      return FORMER.get(name);
    }
    Optional<String> near = Suggestion.closest(name, known);
    if (near.isPresent()) {
      return "did you mean " + Quoted.quote(near.get()) + "?";
    }
    if (kind == SchemaKind.TENANT && OF_THE_PLATFORM.contains(folded(name))) {
      return "remove it: that is not a tenant's to set";
    }
    return known.size() > 12
        ? "remove it; schema/" + kind.fileName() + ", which init writes, describes the fields"
        : "remove it; the fields here are " + String.join(", ", known);
  }

  /** The field that was probably meant, if one is close; its absence need not be reported again. */
  static Optional<String> meant(String name, Place parent) {
    Shape shape = parent.shape();
    return shape == null || isSecret(name)
        ? Optional.empty()
        : Suggestion.closest(name, List.copyOf(shape.fields().keySet()));
  }

  private static boolean isSecret(String name) {
    return SECRET.matcher(folded(name)).find();
  }

  private static String folded(String name) {
    String start = name.length() > 100 ? name.substring(0, 100) : name;
    return start.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }
}
