package io.tenantsmith.harness;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assumptions.abort;

import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.yaml.YamlWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The real kustomize: the program that {@code TENANTSMITH_KUSTOMIZE} names ({@code .ci/kustomize}
 * builds one), else the one in kubectl. Without either, a test is skipped and says so.
 */
public final class Kustomize {

  private static final int SECONDS = 120;

  private Kustomize() {}

  /** The objects of a folder's kustomization, each as text by its name. */
  public static Result build(Path folder) throws IOException, InterruptedException {
    Path out = Files.createTempFile("kustomize", ".yaml");
    Path errors = Files.createTempFile("kustomize", ".log");
    try {
      Process process = start(folder, out, errors);
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("kustomize took longer than " + SECONDS + " seconds");
      }
      return process.exitValue() == 0
          ? new Result(Optional.of(texts(documents(Files.readString(out)))), "")
          : new Result(Optional.empty(), Files.readString(errors));
    } finally {
      Files.delete(out);
      Files.delete(errors);
    }
  }

  /** Objects as text, by their names: what differs in one byte differs here. */
  public static SortedMap<String, String> texts(List<Map<String, Object>> trees) {
    SortedMap<String, String> named = new TreeMap<>();
    for (Map<String, Object> tree : trees) {
      String before = named.put(KubernetesObject.of(tree).ref().toString(), YamlWriter.write(tree));
      if (before != null) {
        throw new AssertionError("one object twice: " + before);
      }
    }
    return named;
  }

  /** Numbers as Go has them: no fraction is rounded, and what is out of range is text. */
  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> documents(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setTagConstructors(
                Map.of(Tag.FLOAT, node -> number(((ScalarNode) requireNonNull(node)).getValue())))
            .build();
    List<Map<String, Object>> documents = new ArrayList<>();
    for (Object document : new Load(settings).loadAllFromString(text)) {
      documents.add((Map<String, Object>) document);
    }
    return documents;
  }

  private static Object number(String text) {
    return Double.isInfinite(Double.parseDouble(text)) ? text : new BigDecimal(text);
  }

  private static Process start(Path folder, Path out, Path errors) {
    String program = System.getenv("TENANTSMITH_KUSTOMIZE");
    List<String> command =
        program == null || program.isEmpty()
            ? List.of("kubectl", "kustomize", folder.toString())
            : List.of(program, "build", folder.toString());
    try {
      return new ProcessBuilder(command)
          .redirectOutput(out.toFile())
          .redirectError(errors.toFile())
          .start();
    } catch (IOException e) {
      System.out.println("skipped: neither TENANTSMITH_KUSTOMIZE nor kubectl is here");
      return abort("skipped: neither TENANTSMITH_KUSTOMIZE nor kubectl is here");
    }
  }

  /**
   * What it made of a folder.
   *
   * @param objects nothing where it refuses
   * @param errors what it says then
   */
  public record Result(Optional<SortedMap<String, String>> objects, String errors) {}
}
