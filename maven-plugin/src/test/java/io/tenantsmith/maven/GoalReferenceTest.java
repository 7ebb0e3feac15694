package io.tenantsmith.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * docs/reference/goals.md has every goal with its parameters, as the descriptor of the plugin has
 * them. {@code -Dgolden.update=true} writes the page anew; never on a CI server.
 */
class GoalReferenceTest {

  private static final Path PAGE = Path.of("../docs/reference/goals.md");
  private static final String DESCRIPTOR = "/META-INF/maven/plugin.xml";

  private final StringBuilder page = new StringBuilder();

  @Test
  void thePageIsCurrent() throws Exception {
    write(
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(GoalReferenceTest.class.getResource(DESCRIPTOR).toString())
            .getDocumentElement());
    if (Boolean.getBoolean("golden.update")) {
      assertThat(System.getenv("CI")).as("goldens are not updated on a CI server").isNull();
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as(
            "mvn test -Dtest=*ReferenceTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dgolden.update=true writes it anew")
        .hasContent(page.toString());
  }

  private void write(Element plugin) {
    line("# Goals of the Maven plugin");
    line("");
    line(
        "Made from the descriptor of the plugin by a test; `mvn tenantsmith:help -Ddetail` prints the same.");
    line(
        "A parameter is given on the command line as `-D`, or in the plugin's `<configuration>` by its name. A goal");
    line(
        "that is refused fails the build, so Maven's exit code is 0 or 1; the commands of the launcher ([commands](commands.md)) tell more.");
    line("");
    line("| goal | phase | does |");
    line("|---|---|---|");
    for (Element goal : below(plugin, "mojo")) {
      String name = text(goal, "goal");
      String phase = text(goal, "phase");
      String shown = phase.isEmpty() ? "" : "`" + phase + "`";
      line(
          "| [`"
              + name
              + "`](#"
              + name
              + ") | "
              + shown
              + " | "
              + cell(text(goal, "description"))
              + " |");
    }
    below(plugin, "mojo").forEach(this::goal);
  }

  private void goal(Element goal) {
    line("");
    line("## " + text(goal, "goal"));
    line("");
    line(cell(text(goal, "description")));
    line("");
    line("| parameter | command line | default | what |");
    line("|---|---|---|---|");
    Element configuration = below(goal, "configuration").get(0);
    for (Element parameter : below(goal, "parameter")) {
      if (text(parameter, "editable").equals("true")) {
        parameter(parameter, configuration);
      }
    }
  }

  private void parameter(Element parameter, Element configuration) {
    String name = text(parameter, "name");
    List<Element> values = below(configuration, name);
    String property = values.isEmpty() ? "" : values.get(0).getTextContent();
    String usual = values.isEmpty() ? "" : values.get(0).getAttribute("default-value");
    line(
        "| `"
            + name
            + "` | "
            + (property.isEmpty() ? "" : "`-D" + property.replaceAll("[${}]", "") + "`")
            + " | "
            + (usual.isEmpty() ? "" : "`" + usual + "`")
            + " | "
            + cell(text(parameter, "description"))
            + " |");
  }

  private static String text(Element element, String name) {
    List<Element> found = below(element, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }

  private static List<Element> below(Element element, String name) {
    NodeList found = element.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      Node node = found.item(i);
      if (node instanceof Element each) {
        elements.add(each);
      }
    }
    return elements;
  }

  /** Descriptions are HTML with a few marks. */
  private static String cell(String text) {
    return text.replaceAll("</?code>", "`")
        .replaceAll("<br ?/?>|</?p>", " ")
        .replace("<", "&lt;")
        .replace("|", "\\|")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
