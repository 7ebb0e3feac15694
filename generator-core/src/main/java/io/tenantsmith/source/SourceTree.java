package io.tenantsmith.source;

import io.tenantsmith.diagnostic.SourceLines;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * All input files of a run, each list sorted by path.
 *
 * @param fleet fleet.yaml, one element or none
 */
public record SourceTree(
    List<SourceFile> fleet,
    List<SourceFile> tiers,
    List<SourceFile> templates,
    List<SourceFile> tenants) {

  /** No file. */
  public static final SourceTree EMPTY = new SourceTree(List.of(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public SourceTree {
    fleet = List.copyOf(fleet);
    tiers = List.copyOf(tiers);
    templates = List.copyOf(templates);
    tenants = List.copyOf(tenants);
  }

  /** Number of files. */
  public int size() {
    return fleet.size() + tiers.size() + templates.size() + tenants.size();
  }

  /** These files with a tenant's file added, or replacing the one of that name. */
  public SourceTree withTenant(SourceFile tenant) {
    List<SourceFile> more = new ArrayList<>(tenants);
    more.removeIf(file -> file.file().equals(tenant.file()));
    more.add(tenant);
    more.sort(Comparator.comparing(SourceFile::file));
    return new SourceTree(fleet, tiers, templates, more);
  }

  /** These files with one of them replaced. */
  public SourceTree edited(SourceFile file) {
    return new SourceTree(
        edited(fleet, file), edited(tiers, file), edited(templates, file), edited(tenants, file));
  }

  private static List<SourceFile> edited(List<SourceFile> files, SourceFile edited) {
    return files.stream().map(file -> file.file().equals(edited.file()) ? edited : file).toList();
  }

  /** The file of that name, if it was read. */
  public Optional<SourceFile> file(String name) {
    return all().stream().filter(file -> file.file().equals(name)).findFirst();
  }

  /** The lines of all files, decoded leniently, for excerpts only. */
  public SourceLines lines() {
    Map<String, SourceFile> byName = all().stream().collect(byName());
    return (file, line) ->
        Optional.ofNullable(byName.get(file)).flatMap(source -> lineOf(source, line));
  }

  /** All files. */
  public List<SourceFile> all() {
    List<SourceFile> all = new ArrayList<>(fleet);
    all.addAll(tiers);
    all.addAll(templates);
    all.addAll(tenants);
    return all;
  }

  /** The bytes of all files, by path. */
  public Map<String, byte[]> contents() {
    Map<String, byte[]> contents = new HashMap<>();
    all().forEach(file -> contents.put(file.file(), file.content()));
    return contents;
  }

  private static Collector<SourceFile, ?, Map<String, SourceFile>> byName() {
    return Collectors.toMap(SourceFile::file, Function.identity(), (a, b) -> a, TreeMap::new);
  }

  private static Optional<String> lineOf(SourceFile source, int line) {
    return new String(source.content(), StandardCharsets.UTF_8)
        .lines()
        .skip(line - 1L)
        .findFirst()
        .or(() -> Optional.of("").filter(empty -> line == 1))
        .map(text -> line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text);
  }
}
