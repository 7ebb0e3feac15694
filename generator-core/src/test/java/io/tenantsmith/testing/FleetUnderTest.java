package io.tenantsmith.testing;

import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.RenderedFleet;
import io.tenantsmith.engine.ReportText;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.command.RenderInMemory;
import io.tenantsmith.engine.command.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fleet whose tenants are rendered into memory; nothing is written. Both the tenants of its files
 * and tenants that only a test states can be rendered, all with the fleet's real tiers.
 *
 * <pre>{@code
 * RenderedTenant acme = FleetUnderTest.at(Path.of(".")).tenant("acme-corp");
 * assertEquals(2, acme.object("MariaDB", "mariadb").at("/spec/replicas"));
 * }</pre>
 *
 * <p>A fleet with a mistake fails the test with the text that the command line shows.
 */
public final class FleetUnderTest {

  private static final Pattern ID =
      Pattern.compile("(?m)^tenant_id:\\s*[\"']?([A-Za-z0-9][A-Za-z0-9-]{0,62})");

  private final Path directory;

  private FleetUnderTest(Path directory) {
    this.directory = directory;
  }

  /** The fleet in the folder that holds {@code fleet.yaml}, {@code tiers} and {@code tenants}. */
  public static FleetUnderTest at(Path directory) {
    return new FleetUnderTest(directory);
  }

  /**
   * Every tenant, sorted by id; what a parameterised test runs over.
   *
   * @throws AssertionError if the fleet has a mistake
   */
  public List<RenderedTenant> tenants() {
    return rendered(null, List.of());
  }

  /**
   * The tenant of that id.
   *
   * @throws AssertionError if there is none or the fleet has a mistake
   */
  public RenderedTenant tenant(String id) {
    return rendered(id, List.of()).get(0);
  }

  /**
   * A tenant that the test states, in place of the file of that {@code tenant_id} if there is one.
   *
   * @param yaml all that its file would hold
   * @throws AssertionError if it, or the rest of the fleet, has a mistake
   */
  public RenderedTenant tenantOf(String yaml) {
    RenderedFleet.Draft draft = draft(yaml);
    return rendered(id(yaml), List.of(draft)).get(0);
  }

  /**
   * What is said about the fleet as it is: errors and warnings as the command line shows them,
   * empty if there is none.
   */
  public String diagnostics() {
    return text(render(null, List.of()));
  }

  /** What would be said if the fleet held this tenant; for tests of what must be refused. */
  public String diagnosticsOf(String yaml) {
    return text(render(id(yaml), List.of(draft(yaml))));
  }

  private List<RenderedTenant> rendered(@Nullable String id, List<RenderedFleet.Draft> drafts) {
    RenderedFleet rendered = render(id, drafts);
    if (rendered.report().outcome() != Outcome.DONE) {
      throw new AssertionError("The fleet has mistakes.\n" + text(rendered));
    }
    return rendered.tenants().stream().map(RenderedTenant::new).toList();
  }

  private RenderedFleet render(@Nullable String id, List<RenderedFleet.Draft> drafts) {
    Request.Selection selection = new Request.Selection(id, null);
    Request request = new Request(directory, Request.Folders.USUAL, selection);
    return new RenderInMemory(drafts).run(request, Session.ofThisProcess());
  }

  private static String text(RenderedFleet rendered) {
    return ReportText.inFormat(rendered.report(), Format.TEXT, Style.PLAIN);
  }

  private static RenderedFleet.Draft draft(String yaml) {
    return new RenderedFleet.Draft(
        Request.Folders.USUAL.tenants() + "/" + id(yaml) + ".yaml", yaml);
  }

  private static String id(String yaml) {
    Matcher matcher = ID.matcher(yaml);
    if (!matcher.find()) {
      throw new IllegalArgumentException("the text states no tenant_id at the start of a line");
    }
    return matcher.group(1);
  }
}
