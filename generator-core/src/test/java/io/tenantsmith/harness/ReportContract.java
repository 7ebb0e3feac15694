package io.tenantsmith.harness;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The published schema of {@code --format json}, taken more strictly than readers take it: a member
 * that it does not name is a mistake, so that nothing is printed that is not described.
 */
public final class ReportContract {

  private static final Path FILE = SampleFleet.root().resolve("schema/report.schema.json");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Schema strict;

  /** The contract. */
  public ReportContract() {
    this(schema());
  }

  /** The contract of another schema for programs: a file of the folder schema. */
  public ReportContract(String file) {
    this(read(SampleFleet.root().resolve("schema").resolve(file)));
  }

  private ReportContract(JsonNode closed) {
    close(closed);
    this.strict =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(closed);
  }

  /** The schema as published. */
  public static JsonNode schema() {
    return read(FILE);
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a report. */
  public List<String> problems(String report) {
    List<String> problems = new ArrayList<>();
    strict.validate(report, InputFormat.JSON).forEach(error -> problems.add(error.toString()));
    return problems;
  }

  /** Commands that have a result in the schema. */
  public static Set<String> commands() {
    Set<String> commands = new TreeSet<>();
    for (JsonNode result : schema().at("/properties/result/oneOf")) {
      JsonNode named = schema().at(result.get("$ref").asString().substring(1));
      commands.add(named.at("/properties/command/const").asString());
    }
    return commands;
  }

  /** Every schema of a member, by its pointer. */
  public static List<JsonNode> members() {
    List<JsonNode> members = new ArrayList<>();
    for (JsonNode properties : schema().findValues("properties")) {
      members.addAll(properties.valueStream().filter(member -> !member.has("$ref")).toList());
    }
    members.addAll(schema().get("$defs").valueStream().toList());
    return members;
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object && object.has("properties")) {
      object.put("additionalProperties", false);
    }
    node.valueStream().forEach(ReportContract::close);
  }
}
