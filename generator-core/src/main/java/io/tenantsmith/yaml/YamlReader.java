package io.tenantsmith.yaml;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one file: strict UTF-8, one document whose root is a mapping; anchors, aliases, merge keys,
 * tags, directives, duplicate keys, deep nesting and huge files are refused from the parser's
 * events, before any tree is built.
 */
public final class YamlReader {

  private final LoadSettings settings =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

  /**
   * Reads the file.
   *
   * @param file path relative to the fleet's root, for diagnostics
   */
  public Result<YamlDocument> read(String file, byte[] content) {
    Result<String> text = StrictText.decode(file, content);
    if (text.value().isEmpty()) {
      return Result.failed(text.diagnostics());
    }
    Optional<Diagnostic> conflict = ConflictMarkers.find(file, text.value().get());
    return conflict.isPresent() ? Result.failed(conflict.get()) : parse(file, text.value().get());
  }

  private Result<YamlDocument> parse(String file, String text) {
    DocumentBuilder builder = new DocumentBuilder(file);
    try {
      ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, text));
      while (parser.hasNext() && builder.wantsMore()) {
        builder.accept(parser.next());
      }
    } catch (MarkedYamlEngineException e) {
      return Result.failed(SyntaxDiagnostic.of(file, text, e));
    } catch (YamlEngineException e) {
      // Unmarked ones name no place; the scanner throws them for what it cannot even tokenise.
      return Result.failed(
          Diagnostic.error(Code.YAM103, SourceRange.ofFile(file), "the file is not YAML"));
    }
    return builder.result();
  }
}
