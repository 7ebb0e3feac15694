package io.tenantsmith.publish;

import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.CommitTree;
import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.output.OutputFile;
import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file hydrator.metadata: which inputs a tree was rendered from. */
final class HydratorMetadata {

  static final RelativePath PATH = RelativePath.of("hydrator.metadata");

  private static final Pattern DRY_SHA = Pattern.compile("\"drySha\"\\s*:\\s*\"([0-9a-f]{40})\"");
  private static final Pattern DIRTY = Pattern.compile("\"dirty\"\\s*:\\s*true");
  private static final Pattern PART =
      Pattern.compile("\"((?:tenant|cluster) [^\"]+)\"\\s*:\\s*\"([0-9a-f]{40})(-dirty)?\"");

  private HydratorMetadata() {}

  static OutputFile file(String url, PublishedInput input) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("repoURL", url);
    content.put("drySha", input.whole().commit().sha());
    if (input.whole().dirty()) {
      content.put("dirty", true);
    }
    if (!input.parts().isEmpty()) {
      Map<String, Object> parts = new LinkedHashMap<>();
      input.parts().forEach((part, mark) -> parts.put(part, mark.text()));
      content.put("parts", parts);
    }
    return new OutputFile(PATH, JsonWriter.pretty(content).getBytes(StandardCharsets.UTF_8));
  }

  /** The inputs that a tree names. */
  static Optional<PublishedInput> of(CommitTree tree) throws IOException {
    return tree.read(PATH).flatMap(HydratorMetadata::parse);
  }

  /** The inputs that the file names; empty if it does not have our form. */
  static Optional<PublishedInput> parse(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    Matcher sha = DRY_SHA.matcher(text);
    if (!sha.find()) {
      return Optional.empty();
    }
    SortedMap<String, InputMark> parts = new TreeMap<>();
    Matcher part = PART.matcher(text);
    while (part.find()) {
      parts.put(part.group(1), new InputMark(new CommitId(part.group(2)), part.group(3) != null));
    }
    InputMark whole = new InputMark(new CommitId(sha.group(1)), DIRTY.matcher(text).find());
    return Optional.of(new PublishedInput(whole, parts));
  }
}
