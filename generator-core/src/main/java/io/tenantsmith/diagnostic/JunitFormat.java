package io.tenantsmith.diagnostic;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML: each error is a failed test case of its file; warnings and notes are cases that pass,
 * with output.
 */
final class JunitFormat implements FormatWriter {

  @Override
  public String write(DiagnosticReport report, Style style) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      suite(xml, report);
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML in memory", e);
    }
    return out.append('\n').toString();
  }

  private static void suite(XMLStreamWriter xml, DiagnosticReport report)
      throws XMLStreamException {
    int failures = report.count(Severity.ERROR);
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "tenantsmith");
    xml.writeAttribute("tests", String.valueOf(Math.max(1, report.diagnostics().size())));
    xml.writeAttribute("failures", String.valueOf(failures));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
    for (Diagnostic diagnostic : report.diagnostics()) {
      testCase(xml, diagnostic);
    }
    if (report.diagnostics().isEmpty()) {
      nothingFound(xml);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  /**
   * Adds a passing case, because some servers take a report without a test case for a broken one.
   */
  private static void nothingFound(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeEmptyElement("testcase");
    xml.writeAttribute("classname", "fleet");
    xml.writeAttribute("name", "nothing found");
  }

  private static void testCase(XMLStreamWriter xml, Diagnostic diagnostic)
      throws XMLStreamException {
    SourceRange range = diagnostic.range();
    String place = range.isWholeFile() ? "" : " " + range.line() + ":" + range.column();
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", Printable.text(range.file()));
    xml.writeAttribute("name", diagnostic.code() + place);
    body(xml, diagnostic);
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static void body(XMLStreamWriter xml, Diagnostic diagnostic) throws XMLStreamException {
    xml.writeCharacters("\n    ");
    if (diagnostic.isError()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", Printable.text(diagnostic.message()));
      xml.writeAttribute("type", diagnostic.code().name());
    } else {
      xml.writeStartElement("system-out");
    }
    xml.writeCharacters(details(diagnostic));
    xml.writeEndElement();
  }

  private static String details(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder(Printable.text(diagnostic.toString()));
    for (Related related : diagnostic.related()) {
      text.append('\n').append(Printable.text(related.message())).append(' ');
      text.append(Printable.place(related.range()));
    }
    diagnostic.hint().ifPresent(hint -> text.append("\nhint: ").append(Printable.text(hint)));
    return text.toString();
  }
}
