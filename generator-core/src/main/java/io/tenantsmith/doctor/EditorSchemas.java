package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.CommandName;
import io.tenantsmith.engine.DoctorResult.Area;
import io.tenantsmith.output.LinkInTheWay;
import io.tenantsmith.output.ReplacedFiles;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.schema.SchemaFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether editors check with the schemas that this version checks with. */
final class EditorSchemas implements Examination {

  private static final String FOLDER = "schema";

  @Override
  public List<Finding> of(Patient patient) throws IOException {
    if (patient.options().writeSchemas()) {
      try {
        write(patient.root());
      } catch (LinkInTheWay e) {
        return link(e).alone();
      }
    }
    Path folder = patient.root().resolve(FOLDER);
    List<String> differing = new ArrayList<>();
    for (Map.Entry<String, String> schema : SchemaFiles.texts().entrySet()) {
      Path file = folder.resolve(schema.getKey());
      if (!Files.isRegularFile(file)
          || !Files.readString(file).replace("\r\n", "\n").equals(schema.getValue())) {
        differing.add(schema.getKey());
      }
    }
    if (differing.isEmpty()) {
      return Finding.ok(Area.REPOSITORY, "schemas", "they are those of this version").alone();
    }
    String fact =
        Files.isDirectory(folder)
            ? differing.size() + " of them are not as in this version: " + differing.get(0)
            : "they are missing, so that an editor checks nothing";
    return Finding.of(
            Area.REPOSITORY,
            "schemas",
            Diagnostic.warning(Code.DOC935, SourceRange.ofFile(FOLDER), fact)
                .withHint(
                    patient.front().command(CommandName.DOCTOR)
                        + " "
                        + patient.front().option("write-schemas")))
        .alone();
  }

  private static Finding link(LinkInTheWay link) {
    return Finding.of(
        Area.REPOSITORY,
        "schemas",
        Diagnostic.error(
                Code.DOC935, SourceRange.ofFile(link.path()), "nothing is written through a link")
            .withHint("remove the link, then run this again"));
  }

  private static void write(Path root) throws IOException {
    SortedMap<RelativePath, byte[]> files = new TreeMap<>();
    SchemaFiles.texts()
        .forEach(
            (name, text) ->
                files.put(
                    RelativePath.of(FOLDER + "/" + name), text.getBytes(StandardCharsets.UTF_8)));
    ReplacedFiles.write(root, files);
  }
}
