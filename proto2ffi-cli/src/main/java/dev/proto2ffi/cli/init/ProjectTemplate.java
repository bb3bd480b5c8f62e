package dev.proto2ffi.cli.init;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a new project. They stand among the resources as they will be, but for a few words such as {@code @name@};
 * the versions of the Maven plugins in them are those of our own build.
 */
public final class ProjectTemplate {
    private static final String VERSIONS = "versions.properties";
    private static final Pattern WORD = Pattern.compile("@([a-z.]+)@");

    private final ProjectSettings settings;
    private final Map<String, String> words = new HashMap<>();

    private ProjectTemplate(ProjectSettings settings) throws IOException {
        this.settings = settings;
        Properties versions = new Properties();
        try (InputStream in = open(VERSIONS)) {
            versions.load(in);
        }
        versions.forEach((name, version) -> words.put(name + ".version", version.toString()));
        words.put("name", settings.name());
        words.put("package", settings.javaPackage());
        words.put("package.path", settings.javaPackage().replace('.', '/'));
        words.put("library", settings.library());
        words.put("language", settings.language().label());
        words.put("native", settings.language().toString());
        words.put("source", settings.language().source());
        words.put("needs", settings.language().needs());
        words.put("version", settings.version());
    }

    /**
     * What to write.
     *
     * @return contents by path in the project, with forward slashes; in the order in which a reader would look at them
     */
    public static Map<String, byte[]> files(ProjectSettings settings) throws IOException {
        ProjectTemplate template = new ProjectTemplate(settings);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Map.Entry<String, String> file : template.resources().entrySet()) {
            byte[] text = template.fill(template.read(file.getValue())).getBytes(StandardCharsets.UTF_8);
            files.put(template.fill(file.getKey()), text);
        }
        return files;
    }

    /** Resources by their place in the project. */
    private Map<String, String> resources() {
        Map<String, String> resources = new LinkedHashMap<>();
        resources.put("README.md", "README.md");
        resources.put("pom.xml", settings.language() + "/pom.xml");
        resources.put("src/main/proto/sensors/series.proto", "series.proto");
        resources.put("src/main/java/@package.path@/Main.java", "Main.java");
        switch (settings.language()) {
            case RUST -> {
                resources.put("src/main/rust/Cargo.toml", "rust/Cargo.toml");
                resources.put("@source@", "rust/lib.rs");
            }
            case C -> resources.put("@source@", "c/statistics.c");
        }
        resources.put("src/test/java/@package.path@/StatisticsTest.java", "StatisticsTest.java");
        resources.put(".gitignore", "gitignore");
        return resources;
    }

    private String read(String resource) throws IOException {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = ProjectTemplate.class.getResourceAsStream(resource);
        if (in == null) {
            throw new FileNotFoundException("the template " + resource + " is missing in this build of proto2ffi");
        }
        return in;
    }

    private String fill(String text) {
        return WORD.matcher(text).replaceAll(word -> {
            String value = words.get(word.group(1));
            if (value == null) {
                throw new IllegalStateException("a template has " + word.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
