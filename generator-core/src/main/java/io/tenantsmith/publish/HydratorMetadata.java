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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file hydrator.metadata: which input commit a tree was rendered from. */
final class HydratorMetadata {

  static final RelativePath PATH = RelativePath.of("hydrator.metadata");

  private static final Pattern DRY_SHA = Pattern.compile("\"drySha\"\\s*:\\s*\"([0-9a-f]{40})\"");

  private HydratorMetadata() {}

  static OutputFile file(String url, CommitId input) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("repoURL", url);
    content.put("drySha", input.sha());
    return new OutputFile(PATH, JsonWriter.pretty(content).getBytes(StandardCharsets.UTF_8));
  }

  /** The input commit that a tree names, if it names a real one. */
  static Optional<CommitId> inputOf(CommitTree tree) throws IOException {
    return tree.read(PATH)
        .map(bytes -> DRY_SHA.matcher(new String(bytes, StandardCharsets.UTF_8)))
        .filter(Matcher::find)
        .map(match -> new CommitId(match.group(1)))
        .filter(CommitId::isKnown);
  }
}
