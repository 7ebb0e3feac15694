package io.tenantsmith.planning.danger;

import io.tenantsmith.plan.Danger;
import io.tenantsmith.planning.difference.MatchedObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All dangers that are looked for, as an explicit list. */
public final class DangerBook {

  private static final List<DangerRule> RULES =
      List.of(
          new DataLoss(),
          new Shrink(),
          new Immutable(),
          new Recreate(),
          new Privilege(),
          new RbacWider(),
          new NetOpened(),
          new AuthRemoved(),
          new HostMoved(),
          new HostRemoved(),
          new BackupWeaker(),
          new ImageMajor(),
          new ImageDowngrade(),
          new TierDown(),
          new QuotaCut(),
          new Downtime(),
          new Restart());

  private static final Comparator<Danger> WORST_FIRST =
      Comparator.comparing(Danger::kind)
          .thenComparing(danger -> danger.object().namespace())
          .thenComparing(danger -> danger.object().kind())
          .thenComparing(danger -> danger.object().name())
          .thenComparing(danger -> String.join("/", danger.path()))
          .thenComparing(Danger::text);

  private DangerBook() {}

  /**
   * The dangers of a change, worst first; none for a tenant that is new.
   *
   * @param objects every object of the tenant, or of the files that are shared, in either state;
   *     those that do not differ, too, since they say what a change means
   */
  public static List<Danger> dangers(List<MatchedObject> objects, DangerContext context) {
    if (objects.stream().allMatch(object -> object.before() == null)) {
      return List.of();
    }
    Comparison comparison = new Comparison(objects, context);
    List<Danger> found = new ArrayList<>();
    RULES.forEach(rule -> rule.find(comparison, found::add));
    return found.stream().sorted(WORST_FIRST).toList();
  }
}
