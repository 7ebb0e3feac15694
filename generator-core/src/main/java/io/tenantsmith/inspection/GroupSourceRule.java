package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.Layout;
import java.util.List;
import java.util.function.Consumer;

/** A group that gets rights is made by the tenant's blueprint, else nobody is ever in it. */
final class GroupSourceRule implements OutputRule {

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    List<String> blueprints = null;
    String prefix = output.fleet().identity().groupsPrefix();
    for (Place place : output.places(Trait.SUBJECT)) {
      Node name = place.node().get("name");
      if (!place.node().get("kind").is("Group") || !name.text().startsWith(prefix)) {
        continue; // another rule knows whose group it is
      }
      blueprints = blueprints == null ? blueprints(output) : blueprints;
      String group = name.text().substring(prefix.length());
      if (!isMade(group, blueprints)) {
        report.accept(
            place.finding(
                Code.OBJ614,
                name,
                "no blueprint makes the group " + Quoted.quote(group),
                "bind a group of the tenant's blueprint"));
      }
    }
  }

  private static List<String> blueprints(TenantOutput output) {
    return output.values().stream()
        .filter(object -> object.kind().equals("ConfigMap"))
        .filter(object -> object.namespace().equals(Layout.ADMIN_APPS))
        .map(ObjectValues::root)
        .flatMap(root -> root.get("data").entries().stream())
        .map(Node::text)
        .filter(text -> text.contains("authentik_core.group"))
        .toList();
  }

  /** Blueprints write every name in quotes. */
  private static boolean isMade(String group, List<String> blueprints) {
    String name = "name: \"" + group + "\"";
    return blueprints.stream().anyMatch(text -> text.contains(name));
  }
}
