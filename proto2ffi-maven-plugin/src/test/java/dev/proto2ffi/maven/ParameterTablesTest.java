package dev.proto2ffi.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Keeps the tables of {@code docs/maven.md} to the plugin's descriptor; {@code -Dcases.refresh} rewrites them. */
class ParameterTablesTest {
    private static final Path PAGE = Path.of("../docs/maven.md");
    private static final Pattern TABLE = Pattern.compile(
            "(<!-- parameters of ([a-z-]+), by ParameterTablesTest -->\\n).*?(\\n<!-- end -->)", Pattern.DOTALL);

    @Test
    void everyParameterOfEveryGoalIsOnThePage() throws Exception {
        Map<String, String> tables = tables();
        String page = Files.readString(PAGE);
        List<String> seen = new ArrayList<>();
        Matcher matcher = TABLE.matcher(page);
        StringBuilder wanted = new StringBuilder();
        while (matcher.find()) {
            String goal = matcher.group(2);
            seen.add(goal);
            String table = Objects.requireNonNull(tables.get(goal), "no goal " + goal);
            matcher.appendReplacement(wanted, Matcher.quoteReplacement(matcher.group(1) + table + matcher.group(3)));
        }
        matcher.appendTail(wanted);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(tables.keySet());
        if (System.getProperty("cases.refresh") != null && !page.contentEquals(wanted)) {
            Files.writeString(PAGE, wanted);
            fail("rewrote " + PAGE + "; look at the difference, then run without -Dcases.refresh");
        }
        assertThat(page).as("%s; -Dcases.refresh rewrites it", PAGE).isEqualTo(wanted.toString());
    }

    /** By goal. */
    private static Map<String, String> tables() throws Exception {
        Map<String, String> tables = new TreeMap<>();
        for (Element mojo : elements(descriptor(), "mojo")) {
            StringBuilder table = new StringBuilder("| parameter | property | default | |\n|---|---|---|---|\n");
            Element configuration = elements(mojo, "configuration").get(0);
            for (Element parameter : elements(elements(mojo, "parameters").get(0), "parameter")) {
                if (text(parameter, "editable").equals("true")) {
                    append(table, parameter, configuration);
                }
            }
            tables.put(text(mojo, "goal"), table.toString().stripTrailing());
        }
        return tables;
    }

    private static void append(StringBuilder table, Element parameter, Element configuration) {
        String name = text(parameter, "name");
        String property = "";
        String byDefault = "";
        NodeList settings = configuration.getElementsByTagName(name);
        if (settings.getLength() > 0 && settings.item(0) instanceof Element setting) {
            property = setting.getTextContent().replaceAll("[${}]", "");
            byDefault = setting.getAttribute("default-value");
        }
        table.append("| `")
                .append(name)
                .append("` | ")
                .append(code(property))
                .append(" | ")
                .append(code(byDefault))
                .append(" | ")
                .append(markdown(text(parameter, "description")))
                .append(" |\n");
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String markdown(String html) {
        return html.replaceAll("</?code>", "`")
                .replace("``", "")
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }

    private static Element descriptor() throws Exception {
        try (InputStream in = Objects.requireNonNull(
                GenerateMojo.class.getResourceAsStream("/META-INF/maven/plugin.xml"), "plugin.xml")) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            return elements(document.getDocumentElement(), "mojos").get(0);
        }
    }

    /** Children only. */
    private static List<Element> elements(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        List<Element> found = elements(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
    }
}
