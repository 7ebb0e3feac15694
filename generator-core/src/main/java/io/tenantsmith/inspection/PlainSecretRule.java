package io.tenantsmith.inspection;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import java.util.List;
import java.util.function.Consumer;

/** Nothing secret stands in the output; it is committed and read by many. The value is not told. */
final class PlainSecretRule implements OutputRule {

  private static final String HINT =
      "refer to a Secret that an ExternalSecret makes in the cluster";

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    for (ObjectValues object : output.values()) {
      if (object.kind().equals("Secret")) {
        inspectSecret(object, report);
        continue;
      }
      for (Node node : object.texts()) {
        String fact = fact(object, node);
        if (!fact.isEmpty()) {
          report.accept(object.finding(Code.OBJ601, node, fact, HINT));
        }
      }
    }
  }

  /** A Secret without data only says that it is ours to remove. */
  private static void inspectSecret(ObjectValues object, Consumer<Finding> report) {
    for (String field : List.of("data", "stringData")) {
      for (Node entry : object.root().get(field).entries()) {
        report.accept(object.finding(Code.OBJ601, entry, "a Secret with its value", HINT));
      }
    }
  }

  private static String fact(ObjectValues object, Node node) {
    String text = node.text();
    String name = name(object, node);
    if (SecretText.isSecretName(name) && SecretText.isLiteral(text)) {
      return Quoted.quote(name) + " has a value that can be read";
    }
    if (SecretText.holdsPrivateKey(text)) {
      return "a private key";
    }
    if (SecretText.holdsLogin(text)) {
      return "an address with a password";
    }
    String assigned =
        node.isItem() ? SecretText.assignedOption(text) : SecretText.assignedLine(text);
    return assigned.isEmpty() ? "" : Quoted.quote(assigned) + " is set to a value that can be read";
  }

  /** A variable's name stands beside its value; the key of an ExternalSecret is a key's name. */
  private static String name(ObjectValues object, Node node) {
    String key = node.key();
    if (key.equals("value")) {
      return node.beside("name").text();
    }
    boolean namesKey = object.kind().equals("ExternalSecret") && key.equals("secretKey");
    return node.isItem() || namesKey ? "" : key;
  }
}
