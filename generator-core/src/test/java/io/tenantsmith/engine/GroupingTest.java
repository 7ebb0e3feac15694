package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.planning.RenderedSide;
import io.tenantsmith.planning.difference.Difference;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.planning.group.Group;
import io.tenantsmith.planning.group.Grouping;
import io.tenantsmith.planning.group.Member;
import io.tenantsmith.planning.group.OwnNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tenants whose changes differ in nothing but what is their own are one group. */
class GroupingTest {

  private static final List<String> ALIKE = List.of("alpha", "beta-two", "c3", "delta", "epsilon");

  private final MemoryFleet memory = new MemoryFleet();
  private final Map<String, List<ObjectChange>> own = new HashMap<>();

  GroupingTest() throws IOException {}

  @Test
  void newTenantsAreOneGroup() {
    List<Group> groups = groups(List.of(), files(ALIKE));
    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).fate()).isEqualTo(Fate.ADDED);
    assertThat(ids(groups.get(0))).isEqualTo(ALIKE);
    assertThat(groups.get(0).objects().toString())
        .contains("namespace=<namespace>, name=wordpress-install-<derived", "<site>", "<night>")
        .doesNotContainPattern("(?<!v1)alpha");
    putBack(groups);
  }

  @Test
  void anotherTierOfAllIsOneGroup() {
    List<Map<String, Object>> after = files(ALIKE);
    after.forEach(tenant -> tenant.put("tier", "enterprise"));
    List<Group> groups = groups(files(ALIKE), after);
    assertThat(groups).hasSize(1);
    putBack(groups);
  }

  @Test
  void aNewNameOfAllIsOneGroup() {
    List<Map<String, Object>> after = files(ALIKE);
    after.forEach(tenant -> tenant.put("display_name", "New " + tenant.get("tenant_id")));
    List<Group> groups = groups(files(ALIKE), after);
    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).objects().toString()).contains("<name>", "<name-2>");
    putBack(groups);
  }

  @Test
  void whoseChangeDiffersIsAlone() {
    List<Map<String, Object>> after = files(ALIKE);
    after.forEach(tenant -> tenant.put("resources", Map.of("storage_size", "40Gi")));
    after.get(2).put("resources", Map.of("storage_size", "45Gi"));
    List<Group> groups = groups(files(ALIKE), after);
    assertThat(groups).hasSize(2);
    assertThat(ids(groups.get(1))).containsExactly("c3");
    assertThat(groups.get(1).tenants().get(0).names()).isEmpty();
    assertThat(groups.get(1).objects()).isEqualTo(own.get("c3"));
    putBack(groups);
  }

  @Test
  void anIdThatIsAWordOfOursSplitsGroupsAndLosesNothing() {
    putBack(groups(List.of(), files(List.of("web", "alpha", "wordpress", "pro", "a", "v1"))));
  }

  @Test
  void aTextThatHoldsAPlaceholderIsAloneAndAsItIs() {
    List<Map<String, Object>> after = files(ALIKE);
    for (Map<String, Object> tenant : after) {
      String value =
          tenant.get("tenant_id").equals("delta") ? "<tenant>" : "<b>" + tenant.get("tenant_id");
      tenant.put("content", Map.of("custom_templates", Map.of("post", value)));
    }
    List<Group> groups = groups(files(ALIKE), after);
    assertThat(groups).hasSize(2);
    Group alone = groups.stream().filter(Group::isNew).findFirst().orElseThrow();
    assertThat(ids(alone)).containsExactly("delta");
    assertThat(alone.objects()).isEqualTo(own.get("delta"));
    putBack(groups);
  }

  /** The names of each tenant make its own change of its group's. */
  private void putBack(List<Group> groups) {
    int tenants = 0;
    for (Group group : groups) {
      for (ChangedTenant tenant : group.tenants()) {
        assertThat(group.objectsOf(tenant.id())).isEqualTo(own.get(tenant.id()));
        tenants++;
      }
    }
    assertThat(tenants).isEqualTo(own.size());
  }

  private static List<String> ids(Group group) {
    return group.tenants().stream().map(ChangedTenant::id).toList();
  }

  private List<Group> groups(
      Collection<Map<String, Object>> before, Collection<Map<String, Object>> after) {
    RenderedSide old = new RenderedSide(memory.valid(before), MemoryFleet.CONTRIBUTORS, 1);
    RenderedSide now = new RenderedSide(memory.valid(after), MemoryFleet.CONTRIBUTORS, 1);
    Grouping grouping = new Grouping();
    for (String id : now.ids()) {
      boolean isNew = !old.ids().contains(id);
      List<TreeFile> oldFiles = isNew ? List.of() : old.tenant(id).files();
      List<TreeFile> newFiles = now.tenant(id).files();
      own.put(id, Difference.changes(Difference.matched(oldFiles, newFiles)));
      OwnNames names = new OwnNames(id);
      old.inputs(id).ifPresent(names::with);
      now.inputs(id).ifPresent(names::with);
      grouping.add(
          new Member(id, "pro", "any", names, ""),
          isNew ? Fate.ADDED : Fate.CHANGED,
          own.get(id),
          Difference.files(oldFiles, newFiles));
    }
    return grouping.groups();
  }

  private static List<Map<String, Object>> files(List<String> ids) {
    List<Map<String, Object>> files = new ArrayList<>();
    for (String id : ids) {
      Map<String, Object> file = new TreeMap<>();
      file.put("tenant_id", id);
      file.put("tier", "pro");
      file.put("cluster", "prod-eu-1");
      file.put("display_name", "The " + id);
      file.put("admin_email", "me@" + id + ".example.com");
      file.put("custom_domains", List.of("www." + id + "-site.org"));
      files.add(file);
    }
    return files;
  }
}
