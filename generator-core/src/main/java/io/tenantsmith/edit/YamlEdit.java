package io.tenantsmith.edit;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.source.SourceFile;
import io.tenantsmith.yaml.YamlDocument;
import io.tenantsmith.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Edits a file of people. Comments, order, indentation, quotes, brackets, line ends and the byte
 * order mark stay as they are; what is written is read again, and given only if it holds exactly
 * the values that were intended.
 */
public final class YamlEdit {

  static final String MARK = "\uFEFF";

  private final String file;
  private final YamlReader reader = new YamlReader();

  private YamlEdit(String file) {
    this.file = file;
  }

  /** The file with all of these edits, made one after the other; or why one cannot be made. */
  public static Result<EditedFile> of(SourceFile file, List<? extends FieldEdit> edits) {
    YamlEdit edit = new YamlEdit(file.file());
    byte[] content = file.content();
    for (FieldEdit each : edits) {
      Result<byte[]> edited = edit.apply(each, content);
      if (edited.value().isEmpty()) {
        return Result.failed(edited.diagnostics());
      }
      content = edited.value().get();
    }
    return Result.of(new EditedFile(file, new SourceFile(file.file(), content)));
  }

  private Result<byte[]> apply(FieldEdit edit, byte[] content) {
    Result<YamlDocument> read = reader.read(file, content);
    if (read.value().isEmpty()) {
      return Result.failed(read.diagnostics());
    }
    String all = new String(content, StandardCharsets.UTF_8);
    String mark = all.startsWith(MARK) ? MARK : "";
    String text = all.substring(mark.length());
    Result<Proposal> proposed = Proposal.of(edit, read.value().get(), new EditableText(text));
    return proposed
        .value()
        .map(proposal -> checked(edit, proposal, mark + proposal.splice().applyTo(text)))
        .orElseGet(() -> Result.failed(proposed.diagnostics()));
  }

  /** The text, if it says what was intended. */
  private Result<byte[]> checked(FieldEdit edit, Proposal proposal, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    Optional<YamlDocument> again = reader.read(file, content).value();
    boolean isIntended =
        again.isPresent() && IntendedTree.isSame(proposal.intended(), again.get().root());
    return isIntended ? Result.of(content) : Result.failed(unusual(edit));
  }

  private Diagnostic unusual(FieldEdit edit) {
    String wish =
        edit instanceof FieldEdit.Put put
            ? "write " + edit.path() + ": " + ValueText.flow(put.value())
            : "remove " + edit.path();
    return Diagnostic.error(
            Code.EDT952,
            SourceRange.ofFile(file),
            edit.path() + " cannot be changed without changing something else")
        .withHint(wish + " by hand; the file is written in an unusual way there");
  }
}
