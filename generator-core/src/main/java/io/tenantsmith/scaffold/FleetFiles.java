package io.tenantsmith.scaffold;

import io.tenantsmith.path.RelativePath;
import io.tenantsmith.template.text.TextTemplates;
import io.tenantsmith.yaml.YamlWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All files of a new fleet, by path. Tiers and schemas are those of the project, which the build
 * packs into the jar; the rest lies beside this class.
 */
public final class FleetFiles {

  /** The platform's file. */
  public static final RelativePath FLEET = RelativePath.of("fleet.yaml");

  /** The tenant that shows what a tenant looks like. */
  public static final RelativePath TENANT = RelativePath.of("tenants/demo.yaml");

  private static final String FOLDER = "io/tenantsmith/scaffold";
  private static final List<String> TIERS = List.of("enterprise", "free", "pro");
  private static final List<String> SCHEMAS =
      List.of("fleet", "shared", "template", "tenant", "tier");

  /** Files without a hole, by the name they have here: a dot in front would act on this project. */
  private static final Map<String, String> AS_THEY_ARE =
      Map.of(
          "codeowners.txt", "CODEOWNERS",
          "editorconfig.txt", ".editorconfig",
          "gitattributes.txt", ".gitattributes",
          "maven.config", ".mvn/maven.config",
          "vscode-settings.json", ".vscode/settings.json");

  private final TextTemplates templates =
      new TextTemplates(FOLDER, Map.of("yaml", FleetFiles::yaml, "xml", FleetFiles::xml));
  private final SortedMap<RelativePath, byte[]> files = new TreeMap<>();

  private FleetFiles() {}

  /** The files of that fleet. */
  public static SortedMap<RelativePath, byte[]> of(NewFleet fleet) {
    FleetFiles all = new FleetFiles();
    all.putCopies();
    Map<String, Object> context = context(fleet);
    all.put(FLEET.value(), "fleet", context);
    all.put(TENANT.value(), "tenant", context);
    all.put("pom.xml", "pom", context);
    all.put("README.md", "readme", context);
    all.put(".gitignore", "gitignore", context);
    for (CiSystem system : fleet.ci()) {
      all.put(pipeline(system), system.label(), context);
    }
    return all.files;
  }

  /** Whether a file is the pipeline of some system. */
  public static boolean isPipeline(RelativePath path) {
    for (CiSystem system : CiSystem.values()) {
      if (pipeline(system).equals(path.value())) {
        return true;
      }
    }
    return false;
  }

  /** Where that system looks for its pipeline. */
  private static String pipeline(CiSystem system) {
    return switch (system) {
      case GITHUB -> ".github/workflows/fleet.yml";
      case GITLAB -> ".gitlab-ci.yml";
      case JENKINS -> "Jenkinsfile";
    };
  }

  private void putCopies() {
    AS_THEY_ARE.forEach((here, there) -> copy(here, there));
    TIERS.forEach(tier -> copy("tiers/" + tier + ".yaml", "tiers/" + tier + ".yaml"));
    for (String schema : SCHEMAS) {
      String name = schema + ".schema.json";
      copy("/io/tenantsmith/schema/" + name, "schema/" + name);
    }
  }

  private void copy(String resource, String path) {
    try (InputStream in = FleetFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build packs no " + resource);
      }
      files.put(RelativePath.of(path), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(String path, String template, Map<String, Object> context) {
    String text = templates.template(template).asWritten(context);
    files.put(RelativePath.of(path), text.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> context(NewFleet fleet) {
    NewFleet.Target target = fleet.target();
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("name", fleet.platform().name());
    context.put("domain", fleet.platform().domain());
    context.put("contact", fleet.platform().contact());
    context.put("cluster", fleet.cluster().name());
    context.put("region", fleet.cluster().region());
    context.put("sync", fleet.sync());
    context.put("repository", target.repository());
    context.put("branch", target.branch());
    context.put("url", readUrl(target));
    for (NewFleet.Access access : NewFleet.Access.values()) {
      context.put("is" + access, target.access() == access);
    }
    context.put("inside", isInside(target));
    context.put("remote", target.access().isReadByPods());
    context.put("version", fleet.plugin().version());
    context.put("snapshot", fleet.plugin().version().endsWith("-SNAPSHOT"));
    context.put("pluginRepository", fleet.plugin().repository());
    for (CiSystem system : CiSystem.values()) {
      context.put(system.label(), fleet.ci().contains(system));
    }
    return context;
  }

  /** Whether the repository lies in the fleet's folder. */
  private static boolean isInside(NewFleet.Target target) {
    return target.access() == NewFleet.Access.PATH && RelativePath.isValid(target.repository());
  }

  /** What sync tools read: they know no {@code user@host:path}. Empty if it is the repository. */
  private static String readUrl(NewFleet.Target target) {
    int colon = target.repository().indexOf(':');
    boolean abbreviated =
        target.access() == NewFleet.Access.SSH && !target.repository().contains("://");
    if (!abbreviated || colon < 0) {
      return "";
    }
    String path = target.repository().substring(colon + 1);
    return "ssh://"
        + target.repository().substring(0, colon)
        + (path.startsWith("/") ? "" : "/")
        + path;
  }

  /** A value as YAML writes it, in quotes where it needs them. */
  private static String yaml(String value) {
    String document = YamlWriter.write(Map.of("a", value));
    return document.substring(document.indexOf(':') + 1).strip();
  }

  private static String xml(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
