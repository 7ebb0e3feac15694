package io.tenantsmith.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Commands and goals have the same options: both fronts compare themselves with one list. */
class OptionsTest {

  private static final Path LIST = Path.of("../cli/src/test/resources/options.txt");
  private static final String DESCRIPTOR = "/META-INF/maven/plugin.xml";

  @Test
  void everyGoalHasTheOptionsOfTheList() throws Exception {
    Set<String> listed =
        Files.readString(LIST)
            .lines()
            .filter(line -> !line.startsWith("#") && !line.endsWith(" launcher"))
            .map(line -> line.replaceFirst(" plugin$", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(options()).isEqualTo(listed);
  }

  private static Set<String> options() throws Exception {
    Element plugin =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(OptionsTest.class.getResource(DESCRIPTOR).toString())
            .getDocumentElement();
    Set<String> options = new TreeSet<>();
    for (Element goal : below(plugin, "mojo")) {
      String name = text(goal, "goal");
      if (name.equals("help")) {
        continue;
      }
      for (Element parameter : below(goal, "parameter")) {
        if (text(parameter, "editable").equals("true")) {
          options.add(name + " " + word(text(parameter, "name")));
        }
      }
      // Each can be given on the command line by its own name.
      for (Element value : below(below(goal, "configuration").get(0), "*")) {
        if (value.getTextContent().startsWith("${tenantsmith.")) {
          assertThat(value.getTextContent()).isEqualTo("${tenantsmith." + value.getTagName() + "}");
        }
      }
    }
    return options;
  }

  private static String word(String parameter) {
    return parameter.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String text(Element element, String name) {
    return below(element, name).get(0).getTextContent();
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
}
