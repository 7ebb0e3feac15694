package io.tenantsmith.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.TextEdits;
import io.tenantsmith.harness.VariantFleet;
import io.tenantsmith.model.Origin;
import io.tenantsmith.objects.ImmutableField;
import io.tenantsmith.objects.ImmutableFields;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.ObjectRef;
import io.tenantsmith.rule.FixedClass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Causes are what was read: whatever line is edited, each file that changes names it. */
class EveryEditTest {

  /** Fields that name their file. */
  private static final Set<String> NAMES = Set.of("tenant_id", "tier", "template");

  /**
   * Fields that nobody may change in an object that is there, and that an edit moves without giving
   * the object another name: of a fleet that is published, LIF105 refuses the edit.
   */
  private static Set<String> refusedLater() {
    Set<String> fields = new TreeSet<>();
    for (FixedClass each : FixedClass.all()) {
      for (ImmutableField field : each.fields()) {
        fields.add("clusters[]." + each.key().path() + ": " + field.kind() + " " + field.display());
      }
    }
    return fields;
  }

  /** So many right values that change nothing are taken for all. */
  private static final int ENOUGH = 3;

  private final TextFleet fleet = new TextFleet();
  private final SortedSet<String> without = new TreeSet<>();
  private final List<String> unnamed = new ArrayList<>();
  private final SortedSet<String> fixed = new TreeSet<>();
  private int edits;
  private int removals;
  private int files;
  private int causes;

  @TempDir private Path folder;

  @Test
  void everyFileThatChangesNamesTheEditedLine() throws IOException {
    editAll(TextFleet.read(SampleFleet.root()));
    editAll(EditedFleets.withPlainTenants(TextFleet.read(SampleFleet.root())));
    editAll(EditedFleets.withRollOut(TextFleet.read(SampleFleet.root())));
    editAll(TextFleet.read(VariantFleet.copyTo(folder, "vault")));
    for (int turn = 0; turn < EditedFleets.STATES.size(); turn++) {
      editAll(EditedFleets.withStates(TextFleet.read(SampleFleet.root()), turn));
    }
    System.out.printf(
        "%d edits and %d removals of a line change %d files, which name %.1f lines on average%n",
        edits, removals, files, causes / (double) files);
    System.out.println("without effect: " + without);
    assertThat(unnamed).isEmpty();
    assertThat(fixed).isEqualTo(refusedLater()).hasSize(4);
  }

  private void editAll(SortedMap<String, String> texts) {
    SortedMap<String, Artifact> before = fleet.render(texts).orElseThrow();
    texts.forEach(
        (file, text) -> {
          for (TextEdits.Field field : TextEdits.of(file, text)) {
            boolean changed = edit(texts, before, field) | remove(texts, before, field);
            if (!changed && !isName(field)) {
              without.add(file.replaceAll("[^/]*\\.yaml", "") + " " + field.path());
            }
          }
        });
  }

  private static boolean isName(TextEdits.Field field) {
    return NAMES.contains(field.path());
  }

  /** Tries values until one is right and changes something. */
  private boolean edit(
      SortedMap<String, String> texts, SortedMap<String, Artifact> before, TextEdits.Field field) {
    int right = 0;
    for (String value : field.values()) {
      SortedMap<String, String> edited = new TreeMap<>(texts);
      edited.put(field.file(), field.edited(texts.get(field.file()), value));
      Optional<SortedMap<String, Artifact>> after = fleet.render(edited);
      if (after.isPresent() && compare(before, after.get(), field, value)) {
        edits++;
        return true;
      }
      right += after.isPresent() ? 1 : 0;
      if (right == ENOUGH) {
        return false;
      }
    }
    return false;
  }

  /** Takes the line away; what changes had named it before. */
  private boolean remove(
      SortedMap<String, String> texts, SortedMap<String, Artifact> before, TextEdits.Field field) {
    String removed = field.removed(texts.get(field.file())).orElse(null);
    if (removed == null) {
      return false;
    }
    SortedMap<String, String> edited = new TreeMap<>(texts);
    edited.put(field.file(), removed);
    SortedMap<String, Artifact> after = fleet.render(edited).orElse(null);
    boolean changed = after != null && compare(before, after, field, null);
    removals += changed ? 1 : 0;
    return changed;
  }

  /** The new causes name an edited line, the old ones one that is gone. */
  private boolean compare(
      SortedMap<String, Artifact> before,
      SortedMap<String, Artifact> after,
      TextEdits.Field field,
      @Nullable String value) {
    boolean changed = false;
    SortedSet<String> all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    for (String path : all) {
      Artifact old = before.get(path);
      Artifact made = after.get(path);
      if (old != null && made != null) {
        collectFixed(old, made, field);
      }
      if (old == null || made == null || !old.text().equals(made.text())) {
        changed = true;
        files++;
        List<Origin> origins = namedBy(before, path, made, value == null).causes();
        causes += origins.size();
        if (origins.stream().noneMatch(origin -> isAt(origin, field))) {
          unnamed.add(field.file() + " " + field.path() + " = " + value + ": " + path);
        }
      }
    }
    return changed;
  }

  private void collectFixed(Artifact old, Artifact made, TextEdits.Field field) {
    Map<ObjectRef, KubernetesObject> before = new HashMap<>();
    old.objects().forEach(object -> before.put(object.ref(), object));
    for (KubernetesObject object : made.objects()) {
      KubernetesObject former = before.getOrDefault(object.ref(), object);
      ImmutableFields.refused(object.kind(), former.tree(), object.tree())
          .forEach(f -> fixed.add(field.path() + ": " + f.kind() + " " + f.display()));
    }
  }

  /**
   * The file whose causes must name the line. Where a line is taken away that kept a file from
   * being there, it is the list of its folder's files.
   */
  private static Artifact namedBy(
      SortedMap<String, Artifact> before, String path, @Nullable Artifact made, boolean removed) {
    Artifact old = before.get(path);
    if (made == null || (old != null && removed)) {
      return Objects.requireNonNull(old);
    }
    String list = path.substring(0, path.lastIndexOf('/') + 1) + "kustomization.yaml";
    return removed ? Objects.requireNonNull(before.get(list)) : made;
  }

  private static boolean isAt(Origin origin, TextEdits.Field field) {
    return origin.range().file().equals(field.file())
        && !origin.range().isWholeFile()
        && origin.range().line() <= field.range().line()
        && origin.range().endLine() >= field.range().line();
  }
}
