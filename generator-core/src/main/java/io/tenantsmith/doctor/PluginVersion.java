package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.DoctorResult.Area;
import io.tenantsmith.engine.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the fleet's pom names the version that runs here: two versions render two outputs. The
 * pom is searched as text, since only Maven could tell what parents and profiles make of it.
 */
final class PluginVersion implements Examination {

  private static final String POM = "pom.xml";
  private static final Pattern PLUGIN =
      Pattern.compile(
          "<artifactId>\\s*tenantsmith-maven-plugin\\s*</artifactId>\\s*<version>\\s*([^<\\s]{1,100})");
  private static final Pattern HOLE = Pattern.compile("^\\$\\{([A-Za-z0-9_.-]{1,100})}$");

  @Override
  public List<Finding> of(Patient patient) throws IOException {
    Path pom = patient.root().resolve(POM);
    if (!Files.isRegularFile(pom)) {
      return List.of();
    }
    String text = Files.readString(pom);
    Matcher plugin = PLUGIN.matcher(text);
    Optional<String> version = plugin.find() ? stated(plugin.group(1), text) : Optional.empty();
    return version.map(stated -> finding(stated).alone()).orElse(List.of());
  }

  private static Finding finding(String version) {
    String own = Tool.version();
    if (version.equals(own)) {
      return Finding.ok(Area.REPOSITORY, "pom", "it names " + own + ", as this is");
    }
    return Finding.of(
        Area.REPOSITORY,
        "pom",
        Diagnostic.warning(
                Code.DOC936,
                SourceRange.ofFile(POM),
                "it names " + Quoted.escape(version) + ", and this is " + own)
            .withHint("run the same version everywhere: set <version>" + own + "</version>"));
  }

  /** The version, where a property of the same file holds it, too. */
  private static Optional<String> stated(String text, String pom) {
    Matcher hole = HOLE.matcher(text);
    if (!hole.find()) {
      return Optional.of(text);
    }
    String name = Pattern.quote(hole.group(1));
    Matcher property =
        Pattern.compile("<" + name + ">\\s*([^<\\s]{1,100})\\s*</" + name + ">").matcher(pom);
    return property.find() ? Optional.of(property.group(1)) : Optional.empty();
  }
}
