package io.tenantsmith.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.plan.form.PlanMarkdown;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** What of a form of a plan no text of the inputs may change. */
public final class PlanStructure {

  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  /** What a runner of a pipeline obeys: behind blanks, or anywhere in a line. */
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^\\s*::[A-Za-z-]+( .*)?::|##[A-Za-z]*\\[");

  private PlanStructure() {}

  /** Expects neither a character that is not seen nor a command to the runner of a pipeline. */
  public static void assertHarmless(String text) {
    assertThat(text.codePoints().filter(point -> point != '\n').allMatch(Quoted::isPrintable))
        .as(text)
        .isTrue();
    assertThat(COMMAND.matcher(text).find()).as(text).isFalse();
  }

  /**
   * Our own word or sign with which each line of a text begins; a line that inputs begin is
   * indented.
   */
  public static List<String> starts(List<String> lines) {
    return lines.stream().map(PlanStructure::start).toList();
  }

  private static String start(String line) {
    boolean sign = line.startsWith("  ") && line.length() > 3 && line.charAt(3) == ' ';
    boolean ours = !line.startsWith(" ") || (sign && line.charAt(2) != ' ');
    return ours ? line.substring(0, Math.min(4, line.length())) : line.substring(0, 2);
  }

  /** The blocks of a Markdown, each with its depth. */
  public static List<String> blocks(String markdown) {
    List<String> blocks = new ArrayList<>();
    collect(Parser.builder().build().parse(markdown), "", blocks);
    return blocks;
  }

  private static void collect(Node node, String indent, List<String> blocks) {
    if (node instanceof Block) {
      String more = "";
      if (node instanceof FencedCodeBlock code) {
        more = " " + code.getInfo() + " " + code.getLiteral().lines().count();
      } else if (node instanceof HtmlBlock html) {
        more = " " + html.getLiteral().startsWith(PlanMarkdown.MARKER);
      }
      blocks.add(indent + node.getClass().getSimpleName() + more);
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      collect(child, indent + " ", blocks);
    }
  }

  /**
   * All tags of a page in their order, without what their attributes hold, marks of odd characters,
   * breaks.
   */
  public static List<String> tags(String page) {
    return allTags(page.replaceAll("<span class=\"odd\">[^<]*</span>|<wbr>", ""))
        .map(tag -> tag.replaceAll("=\"[^\"]*\"", ""))
        .toList();
  }

  /** All tags of a page, but for those in its scripts. */
  public static Stream<String> allTags(String page) {
    String markup = page.replaceAll("(?s)(<script[^>]*>|<style>).*?(</script>|</style>)", "$1$2");
    return TAG.matcher(markup).results().map(MatchResult::group);
  }
}
