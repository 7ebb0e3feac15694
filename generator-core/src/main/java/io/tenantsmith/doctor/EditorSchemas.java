package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.CommandName;
import io.tenantsmith.engine.DoctorResult.Area;
import io.tenantsmith.schema.SchemaFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether editors check with the schemas that this version checks with. */
final class EditorSchemas implements Examination {

  private static final String FOLDER = "schema";

  @Override
  public List<Finding> of(Patient patient) throws IOException {
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
      return Finding.ok(Area.REPOSITORY, "schemas", "they are those of this version")
          .alone();
    }
    String fact =
        Files.isDirectory(folder)
            ? String.join(", ", differing) + " differ from those of this version"
            : "they are missing, so that an editor checks nothing";
    return Finding.of(
            Area.REPOSITORY,
            "schemas",
            Diagnostic.warning(Code.DOC935, SourceRange.ofFile(FOLDER), fact)
                .withHint(patient.front().command(CommandName.DOCTOR)))
        .alone();
  }
}
