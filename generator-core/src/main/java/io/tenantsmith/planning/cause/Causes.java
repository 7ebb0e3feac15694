package io.tenantsmith.planning.cause;

import io.tenantsmith.model.Document;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.NoEffect;
import io.tenantsmith.run.OneTenant;
import io.tenantsmith.statement.ChangedStatement;
import io.tenantsmith.statement.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds out why something changes, for one representative tenant of each group. */
public final class Causes {

  private final InputPair inputs;
  private final OneTenant renderer;
  private final BaseFacts base;
  private final Renderings renderings = new Renderings();

  /**
   * The causes of what changes between two sides.
   *
   * @param renderer renders tenants against what both sides were rendered against
   */
  public Causes(InputPair inputs, OneTenant renderer, BaseFacts base) {
    this.inputs = inputs;
    this.renderer = renderer;
    this.base = base;
  }

  /** The causes of a change if the inputs of the base are not known. */
  public static Attributed unknown(Representative tenant, String why) {
    return FieldCauses.all(tenant, Cause.Kind.UNKNOWN, why);
  }

  /** The cause of all that a tenant has, or that tenants share, where nothing was before. */
  public static Attributed allNew(Representative change) {
    return FieldCauses.all(change, Cause.Kind.FILE, "nothing was there before");
  }

  /** What was rendered so far to tell causes apart. */
  public Renderings renderings() {
    return renderings;
  }

  /**
   * What tenants with the same change must have in common so that they have the same causes, too:
   * which parts of the inputs differ for them, and which of their own fields.
   */
  public String signature(String id) {
    StringBuilder signature = new StringBuilder();
    signature.append(inputs.before(id).isPresent()).append(inputs.after(id).isPresent());
    for (ChangedStatement changed : inputs.reaching(id)) {
      Statement statement = changed.statement();
      String owner = statement.owner().equals(id) ? "" : statement.owner();
      signature.append('|').append(statement.document()).append(' ').append(owner);
      signature.append(' ').append(statement.path());
    }
    return signature.toString();
  }

  /** Whether the file of a tenant differs. */
  public boolean isOwn(String id) {
    return inputs.wholeFile(id).isPresent()
        || inputs.reaching(id).stream()
            .anyMatch(changed -> changed.statement().document() == Document.TENANT);
  }

  /** Why a tenant changes. */
  public Attributed attributed(Representative tenant) {
    Optional<String> whole = inputs.wholeFile(tenant.id());
    if (whole.isPresent()) {
      return FieldCauses.all(tenant, Cause.Kind.FILE, whole.get());
    }
    TenantMixes mixes = new TenantMixes(inputs, tenant.id(), renderer);
    Mixes all = new Mixes(mixes, inputs.reaching(tenant.id()), renderings);
    return new FieldCauses(tenant, all, base).attributed(changed -> inWords(changed, mixes));
  }

  /**
   * Why files that the tenants of a cluster share change.
   *
   * @param files the files below the cluster's folder, with the name of the cluster; with an empty
   *     name those that all clusters share
   * @param tenants ids of the tenants that are new, gone or changed there
   */
  public Attributed shared(Representative files, Collection<String> tenants) {
    String cluster = files.id();
    Mixes mixes =
        new Mixes(
            new SharedMixes(inputs, cluster, renderer.contributors()),
            inputs.reachingAll(cluster),
            renderings);
    return new SharedCauses(files, inputs, mixes, base, new TreeSet<>(tenants)).attributed();
  }

  /**
   * What changed in the inputs and changes nothing that is rendered.
   *
   * @param named the statements that are causes
   */
  public List<NoEffect> withoutEffect(Collection<Statement> named) {
    return WithoutEffect.of(inputs, Set.copyOf(named));
  }

  private static Cause inWords(ChangedStatement changed, TenantMixes mixes) {
    Optional<ResolvedTenant> without =
        changed.before() == null
            ? mixes.settled(Set.of(changed.statement())).map(mix -> mix.tenant())
            : Optional.empty();
    return CauseWords.of(changed, without);
  }
}
