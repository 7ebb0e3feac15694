package io.tenantsmith.publish;

import io.tenantsmith.output.OutputFile;
import io.tenantsmith.path.RelativePath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A tree of files at hand; the part of a path after {@code tenants/} names its tenant. */
record PlainTree(SortedMap<String, String> files) {

  static PlainTree of(Map<String, String> files) {
    return new PlainTree(new TreeMap<>(files));
  }

  List<OutputFile> outputFiles() {
    return files.entrySet().stream()
        .map(
            file ->
                new OutputFile(
                    RelativePath.of(file.getKey()),
                    file.getValue().getBytes(StandardCharsets.UTF_8)))
        .toList();
  }
}
