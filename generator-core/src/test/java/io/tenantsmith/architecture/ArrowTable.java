package io.tenantsmith.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which package may know which, and which library lives where: the table of ARCHITECTURE.md. */
final class ArrowTable {

  private static final Map<String, String> ARROWS = new LinkedHashMap<>();
  private static final Map<String, String> LIBRARIES = new LinkedHashMap<>();

  static {
    ARROWS.put("diagnostic", "json");
    ARROWS.put("path", "");
    ARROWS.put("json", "");
    ARROWS.put("surroundings", "");
    ARROWS.put("yaml", "diagnostic");
    ARROWS.put("model", "diagnostic");
    ARROWS.put("source", "path diagnostic");
    ARROWS.put("schema", "yaml diagnostic");
    ARROWS.put("bind", "yaml model diagnostic");
    ARROWS.put("tier", "model diagnostic");
    ARROWS.put("rule", "model diagnostic");
    ARROWS.put("render", "model path json diagnostic");
    ARROWS.put("template.text", "");
    ARROWS.put("render.kit", "render model yaml diagnostic");
    ARROWS.put("render.tenancy", "render.kit render model yaml path diagnostic");
    ARROWS.put("render.route", "render.kit render model");
    ARROWS.put("render.secret", "render.kit render model");
    ARROWS.put("render.network", "render.kit render.route render model");
    ARROWS.put("render.monitoring", "render.kit render model json");
    ARROWS.put("render.quota", "render.kit render model yaml");
    ARROWS.put("render.site", "render.kit render template.text model yaml");
    ARROWS.put("render.chat", "render.kit render.route render model yaml json");
    ARROWS.put("render.database", "render model yaml");
    ARROWS.put("render.identity", "render template.text model yaml path diagnostic");
    ARROWS.put(
        "render.platform",
        "render.network render.route render.secret render.tenancy render.kit render model yaml path"
            + " diagnostic");
    ARROWS.put("render.sync", "render model yaml path diagnostic");
    ARROWS.put("inspection", "render model json path diagnostic");
    ARROWS.put("patch", "render model yaml path diagnostic");
    ARROWS.put("output", "render model path json diagnostic");
    ARROWS.put("git", "path json surroundings diagnostic");
    ARROWS.put("publish", "git output model path json surroundings diagnostic");
    ARROWS.put(
        "engine",
        "publish output inspection patch render render.kit render.tenancy render.route render.secret"
            + " render.network render.monitoring render.quota render.site render.chat"
            + " render.database render.identity render.platform render.sync rule tier bind schema"
            + " source yaml model surroundings json path diagnostic");

    LIBRARIES.put("yaml", "org.snakeyaml..");
    LIBRARIES.put("schema", "com.networknt.. tools.jackson..");
    LIBRARIES.put("output", "tools.jackson..");
    LIBRARIES.put("template.text", "io.pebbletemplates..");
    LIBRARIES.put("render.kit", "io.fabric8.. tools.jackson.. com.fasterxml.jackson..");
    for (String room :
        "tenancy route secret network monitoring quota site chat platform".split(" ", -1)) {
      LIBRARIES.put("render." + room, "io.fabric8..");
    }
    LIBRARIES.put("git", "org.eclipse.jgit..");
  }

  private ArrowTable() {}

  /** All packages of the table. */
  static List<String> packages() {
    return List.copyOf(ARROWS.keySet());
  }

  /** What a package may depend on: itself, its row, its libraries, the JDK and annotations. */
  static ArchRule rule(String name) {
    List<String> allowed =
        new ArrayList<>(List.of("java..", "javax..", "org.jspecify..", ours(name)));
    for (String other : ARROWS.get(name).split(" ", -1)) {
      allowed.add(ours(other));
    }
    allowed.addAll(List.of(LIBRARIES.getOrDefault(name, "").split(" ", -1)));
    return classes()
        .that()
        .resideInAPackage(ours(name))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.stream().filter(p -> !p.isEmpty()).toArray(String[]::new))
        .allowEmptyShould(true)
        .because("house rules 1 and 13");
  }

  private static String ours(String name) {
    return name.isEmpty() ? "" : "io.tenantsmith." + name;
  }
}
