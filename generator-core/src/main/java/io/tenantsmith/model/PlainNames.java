package io.tenantsmith.model;

import io.tenantsmith.diagnostic.Quoted;
import java.util.regex.Pattern;

/** Names of objects, branches and the like: more than a label, less than free text. */
public final class PlainNames {

  private static final Pattern PREFIX = Pattern.compile("[a-z]([a-z0-9-]{0,20}-)?");
  private static final Pattern BRANCH = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,199}");
  private static final Pattern MOUNT = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*");
  private static final Pattern VERSION = Pattern.compile("1\\.[0-9]{1,3}");
  private static final Pattern LANGUAGE_MODEL =
      Pattern.compile("[A-Za-z0-9@][A-Za-z0-9@._:/+-]{0,199}");
  private static final String LABEL_HINT =
      "use a-z, 0-9 and \"-\", beginning and ending with a letter or digit";

  private PlainNames() {}

  /** Checks a DNS label. */
  public static Checked<String> label(String text) {
    return accept(text, TenantId.isLabel(text), "a name", LABEL_HINT);
  }

  /** Checks a DNS label of at most 40 characters, from which longer names are made. */
  public static Checked<String> shortLabel(String text) {
    boolean good = text.length() <= TenantId.MAX_LENGTH && TenantId.isLabel(text);
    return accept(
        text, good, "a name of at most " + TenantId.MAX_LENGTH + " characters", LABEL_HINT);
  }

  /** Checks labels joined by dots, as objects without a namespace may be called. */
  public static Checked<String> dotted(String text) {
    boolean good = text.length() <= 253;
    for (String label : text.split("\\.", -1)) {
      good = good && TenantId.isLabel(label);
    }
    return accept(text, good, "a name", LABEL_HINT + "; dots may separate such parts");
  }

  /** Checks what is put before a tenant's id to make its namespace; both have 63 characters. */
  public static Checked<String> namespacePrefix(String text) {
    return accept(
        text,
        PREFIX.matcher(text).matches() && !text.startsWith("kube-"),
        "a namespace prefix",
        "write up to 22 of a-z, 0-9 and \"-\" that end with \"-\" and do not begin with kube-");
  }

  /** Checks the name of a Git branch. */
  public static Checked<String> branch(String text) {
    boolean good =
        BRANCH.matcher(text).matches()
            && !text.contains("..")
            && !text.contains("//")
            && !text.contains("/.")
            && !text.contains("./")
            && !text.endsWith("/")
            && !text.endsWith(".")
            && !text.endsWith(".lock")
            && !text.contains(".lock/");
    return accept(text, good, "a branch name", "write a name such as environment/prod");
  }

  /** Checks where a vault mounts something. */
  public static Checked<String> mount(String text) {
    return accept(
        text,
        text.length() <= 200 && MOUNT.matcher(text).matches(),
        "a mount path",
        "use letters, digits, \"_\" and \"-\"; a \"/\" may separate such parts");
  }

  /** Checks the name by which a language model is asked for. */
  public static Checked<String> languageModel(String text) {
    return accept(
        text,
        LANGUAGE_MODEL.matcher(text).matches(),
        "the name of a model",
        "use letters, digits and @ . _ : / + -, as the model's server lists it");
  }

  /** Checks a minor version of Kubernetes. */
  public static Checked<String> kubernetes(String text) {
    return accept(
        text,
        VERSION.matcher(text).matches(),
        "a Kubernetes version",
        "write the minor version in quotes, for instance \"1.36\"");
  }

  private static Checked<String> accept(String text, boolean good, String what, String hint) {
    return good ? Checked.ok(text) : Checked.refused(Quoted.quote(text) + " is not " + what, hint);
  }
}
