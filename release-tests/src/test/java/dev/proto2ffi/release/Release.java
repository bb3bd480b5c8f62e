package dev.proto2ffi.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a release consists of, and where this build has put it. */
final class Release {
    /** Modules with a jar. */
    static final List<String> JARS =
            List.of("proto2ffi-core", "proto2ffi-cli", "proto2ffi-maven-plugin", "proto2ffi-runtime");

    static final String BOM = "proto2ffi-bom";

    static final String VERSION = property("proto2ffi.version");

    private Release() {}

    static String property(String name) {
        String value = System.getProperty(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException("run by Maven, which sets " + name);
        }
        return value;
    }

    /** The checkout that Maven runs in. */
    static Path root() {
        return Path.of(property("proto2ffi.root"));
    }

    /** Without a network Maven makes no bills of materials. */
    static boolean isOffline() {
        return Boolean.getBoolean("proto2ffi.offline");
    }

    /** Files that are published besides the POM, relative to the root of a checkout. */
    static List<String> files(String module) {
        List<String> ends = new ArrayList<>(List.of(".jar", "-sources.jar", "-javadoc.jar"));
        if (module.equals("proto2ffi-cli")) {
            ends.addAll(List.of("-all.jar", "-dist.zip"));
        }
        if (!isOffline()) {
            ends.addAll(List.of("-cyclonedx.json", "-cyclonedx.xml"));
        }
        return ends.stream()
                .map(end -> module + "/target/" + module + "-" + VERSION + end)
                .toList();
    }

    /** Those of all modules. */
    static List<String> files() {
        return JARS.stream().flatMap(module -> files(module).stream()).toList();
    }

    static Element pom(String module) {
        Path file = root().resolve(module).resolve("pom.xml");
        try (InputStream in = Files.newInputStream(file)) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            return document.getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    /** The element at a path such as {@code scm/url}, or null. */
    static @Nullable Element child(Element parent, String path) {
        Element at = parent;
        for (String name : path.split("/", -1)) {
            Element found = null;
            NodeList nodes = at.getChildNodes();
            for (int i = 0; i < nodes.getLength() && found == null; i++) {
                Node node = nodes.item(i);
                if (node instanceof Element element && element.getTagName().equals(name)) {
                    found = element;
                }
            }
            if (found == null) {
                return null;
            }
            at = found;
        }
        return at;
    }

    /** The text at a path, empty where there is no such element. */
    static String text(Element parent, String path) {
        Element found = child(parent, path);
        return found == null ? "" : found.getTextContent().trim();
    }

    static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    static List<String> entries(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }
}
