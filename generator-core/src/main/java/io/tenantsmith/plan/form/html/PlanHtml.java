package io.tenantsmith.plan.form.html;

import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.form.Counted;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan as one page that loads nothing: its style and its script are in it, and its security
 * policy allows these two and nothing else. The first changes are HTML, readable without the
 * script; the script builds the others from data when they are looked at.
 */
public final class PlanHtml {

  /** Changes that are seen without the script. */
  static final int FIRST = 200;

  private static final Element LEFT_OUT =
      Element.of("div.body", Element.of("p.note", "Left out of this page."));

  private final FleetPlan plan;
  private final int first;
  private final FilterIndex index;
  private final PageRoom room = new PageRoom();
  private final PartData data = new PartData();
  private final StringBuilder list = new StringBuilder();
  private final StringBuilder rows = new StringBuilder();

  private PlanHtml(FleetPlan plan, int first) {
    this.plan = plan;
    this.first = first;
    this.index = new FilterIndex(plan.groups());
  }

  /** The page. */
  public static String of(FleetPlan plan) {
    return of(plan, FIRST);
  }

  /** The page with so many changes as HTML. */
  static String of(FleetPlan plan, int first) {
    PlanHtml page = new PlanHtml(plan, first);
    page.writeGroups();
    return page.text();
  }

  private void writeGroups() {
    List<ChangeGroup> groups = plan.groups();
    for (int i = 0; i < groups.size(); i++) {
      Element summary = GroupRow.of(groups.get(i));
      Element body = new GroupBody(groups.get(i), room).part();
      if (i < first) {
        writeItem(summary, body);
      } else {
        writeLine(summary, body);
      }
    }
  }

  private void writeItem(Element summary, Element body) {
    StringBuilder html = new StringBuilder();
    new Markup(html).write(body);
    Element shown = room.hasRoomForBody(html.length()) ? body : LEFT_OUT;
    new Markup(list).write(Element.of("li.change", Element.of("details", summary, shown)));
  }

  private void writeLine(Element summary, Element body) {
    String line = data.line(body);
    String shown = room.hasRoomForBody(line.length()) ? line : data.line(LEFT_OUT);
    rows.append(data.line(summary)).append('\t').append(shown).append('\n');
  }

  private String text() {
    PageResource style = PageResource.of("page.css");
    PageResource script = PageResource.of("page.js");
    StringBuilder out = new StringBuilder(list.length() + rows.length() + 64_000);
    Markup markup = new Markup(out);
    Heading heading = new Heading(plan);
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
    head(style, script, heading).forEach(markup::write);
    out.append("<style>").append(style.text()).append("</style>\n</head>\n<body>\n");
    markup.write(Element.of("a.skip", "Skip to the changes").having("href", "#changes"));
    markup.write(heading.part());
    out.append("<main>\n");
    Overview overview = new Overview(plan);
    DataLoss.of(plan.groups()).forEach(markup::write);
    markup.write(overview.part());
    overview.noEffect().forEach(markup::write);
    changes(out, markup);
    out.append("</main>\n");
    markup.write(
        Element.of(
            "footer",
            Element.of("p", "Made by Tenantsmith. The JSON form of the plan holds everything.")));
    data(out, "index", "application/json", index.json());
    data(out, "parts", "application/json", data.table());
    data(out, "rows", "application/x-ndjson", rows);
    out.append("<script>").append(script.text()).append("</script>\n</body>\n</html>\n");
    return out.toString();
  }

  private static List<Part> head(PageResource style, PageResource script, Heading heading) {
    String policy =
        "default-src 'none'; style-src "
            + style.allowed()
            + "; script-src "
            + script.allowed()
            + "; img-src data:; base-uri 'none'; form-action 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";
    return List.of(
        Element.of("meta").having("charset", "utf-8"),
        Element.of("meta")
            .having("http-equiv", "Content-Security-Policy")
            .having("content", policy),
        Element.of("meta").having("name", "referrer").having("content", "no-referrer"),
        Element.of("meta")
            .having("name", "viewport")
            .having("content", "width=device-width, initial-scale=1"),
        Element.of("meta").having("name", "color-scheme").having("content", "light dark"),
        Element.of("link").having("rel", "icon").having("href", "data:,"),
        Element.of("title", heading.title()));
  }

  private void changes(StringBuilder out, Markup markup) {
    out.append("<section aria-labelledby=\"changes\">\n");
    markup.write(Element.of("h2", "Changes").having("id", "changes").having("tabindex", "-1"));
    if (!plan.hasChanges()) {
      markup.write(Element.of("p", "Nothing changes."));
    } else {
      markup.write(new FilterForm(index).part());
      notes().forEach(markup::write);
      out.append("<ol class=\"changes\" id=\"list\">\n").append(list).append("</ol>\n");
      markup.write(
          Element.of("button.more", "Show more")
              .having("type", "button")
              .having("id", "more")
              .having("hidden", ""));
    }
    out.append("</section>\n");
  }

  /** What of the changes is not in the page, or not seen without the script. */
  private List<Part> notes() {
    int size = plan.groups().size();
    List<Part> notes = new ArrayList<>();
    String hits =
        size > first
            ? "The first " + first + " of " + Counted.of(size) + " changes; a script shows all."
            : Counted.of(size, "change");
    notes.add(Element.of("p.hits", hits).having("id", "hits").having("role", "status"));
    if (room.objectsLeftOut() > 0) {
      String objects =
          "Of "
              + Counted.of(room.objectsLeftOut(), "object")
              + " only the name is shown, to keep this page small; the JSON form of the plan holds"
              + " them.";
      notes.add(Element.of("p.note", objects));
    }
    if (room.bodiesLeftOut() > 0) {
      String bodies =
          "Of "
              + Counted.of(room.bodiesLeftOut(), "change")
              + " only the line is shown, to keep this page small; the JSON form of the plan holds"
              + " them.";
      notes.add(Element.of("p.note", bodies));
    }
    return notes;
  }

  private static void data(StringBuilder out, String id, String type, CharSequence text) {
    out.append("<script type=\"").append(type).append("\" id=\"").append(id).append("\">");
    out.append(text).append("</script>\n");
  }
}
