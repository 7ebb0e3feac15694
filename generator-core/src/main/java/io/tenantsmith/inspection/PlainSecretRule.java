package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.objects.Node;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The output holds no secret; it is committed and read by many. The value is not reported. */
final class PlainSecretRule implements OutputRule {

  private static final Set<String> NAMING_KEYS = Set.of("ExternalSecret", "PushSecret");
  private static final String HINT =
      "refer to a Secret that an ExternalSecret makes in the cluster";

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    for (ObjectValues object : output.values()) {
      if (object.kind().equals("Secret")) {
        inspectSecret(object, report);
      }
    }
    for (Place place : output.places(Trait.VARIABLE)) {
      inspectNamed(place, place.node().get("name").text(), place.node().get("value"), report);
    }
    for (Place place : output.places(Trait.SECRET)) {
      if (!place.node().isItem() && !isNameOfKey(place)) {
        inspectNamed(place, place.node().key(), place.node(), report);
      }
    }
    for (Place place : output.places(Trait.PRIVATE_KEY)) {
      refuse(place, "a private key", report);
    }
    for (Place place : output.places(Trait.LOGIN)) {
      if (SecretText.holdsLogin(place.node().text())) {
        refuse(place, "an address with a password", report);
      }
    }
    for (Place place : output.places(Trait.ASSIGNMENT)) {
      Node node = place.node();
      String name =
          node.isItem()
              ? SecretText.assignedOption(node.text())
              : SecretText.assignedLine(node.text());
      if (!name.isEmpty()) {
        refuse(place, Quoted.quote(name) + " is set to a value that can be read", report);
      }
    }
  }

  /** Refuses a Secret with data; one without only marks it as ours to remove. */
  private static void inspectSecret(ObjectValues object, Consumer<Finding> report) {
    for (String field : List.of("data", "stringData")) {
      for (Node entry : object.root().get(field).entries()) {
        report.accept(Finding.of(object, Code.OBJ601, entry, "a Secret with its value", HINT));
      }
    }
  }

  private static void inspectNamed(Place place, String name, Node value, Consumer<Finding> report) {
    boolean inSecret = place.object().kind().equals("Secret");
    if (!inSecret
        && !value.text().isEmpty()
        && SecretText.isSecretName(name)
        && SecretText.isLiteral(value.text())) {
      String fact = Quoted.quote(name) + " has a value that can be read";
      report.accept(place.finding(Code.OBJ601, value, fact, HINT));
    }
  }

  /**
   * Whether it names a key: an ExternalSecret names the keys of the Secret that it makes, a
   * PushSecret the keys that it reads.
   */
  private static boolean isNameOfKey(Place place) {
    return NAMING_KEYS.contains(place.object().kind()) && place.node().key().equals("secretKey");
  }

  private static void refuse(Place place, String fact, Consumer<Finding> report) {
    if (!place.object().kind().equals("Secret")) {
      report.accept(place.finding(Code.OBJ601, fact, HINT));
    }
  }
}
