package dev.proto2ffi.maven;

import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * For which Java a module is compiled, as far as its POM says. Generated Java uses {@code java.lang.foreign}, which is final since Java 22; without
 * a word beforehand javac would answer with hundreds of errors in classes that nobody wrote.
 *
 * @param version the feature release, such as 17
 * @param origin the setting that says so, for the message
 */
record JavaRelease(int version, String origin) {
    static final int NEEDED = 22;

    private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";
    /** Something is set, but not a number that can be read here. */
    private static final JavaRelease UNTOLD = new JavaRelease(0, "");

    private static final Pattern VERSION = Pattern.compile("(?:1\\.)?(\\d{1,3})");

    /** Null where the POM doesn't tell. */
    static @Nullable JavaRelease of(MavenProject project, MavenSession session, boolean tests) {
        Plugin compiler = project.getPlugin(COMPILER);
        Settings settings = new Settings(project, session, compiler, tests);
        JavaRelease release = tests ? settings.find("testRelease") : null;
        release = release == null ? settings.find("release") : release;
        release = release == null && tests ? settings.find("testTarget") : release;
        release = release == null ? settings.find("target") : release;
        if (release != null || compiler == null || settings.has("compilerArg") || settings.has("compilerId")) {
            return UNTOLD.equals(release) ? null : release;
        }
        // Versions before 4 compile for Java 8 (before 3.9.0 for less) unless told otherwise.
        String version = compiler.getVersion();
        return version == null || !version.startsWith("3.")
                ? null
                : new JavaRelease(8, "the default of maven-compiler-plugin " + version);
    }

    boolean isTooOld() {
        return version < NEEDED;
    }

    /** Whether the compiler plugin is told which JDK to run, so that neither Maven's own nor a toolchain of the build matters. */
    static boolean choosesJdk(MavenProject project, MavenSession session) {
        Settings settings = new Settings(project, session, project.getPlugin(COMPILER), false);
        return settings.has("jdkToolchain") || settings.has("executable");
    }

    /** The compiler plugin's configuration, and the properties that stand in for it. */
    private static final class Settings {
        private final String configuration;
        private final Map<String, Properties> properties;

        Settings(MavenProject project, MavenSession session, @Nullable Plugin compiler, boolean tests) {
            StringBuilder text = new StringBuilder();
            if (compiler != null) {
                String execution = tests ? "default-testCompile" : "default-compile";
                append(text, compiler.getExecutionsAsMap().get(execution));
                append(text, compiler);
            }
            configuration = text.toString();
            properties = Map.of("-D", session.getUserProperties(), "", project.getProperties());
        }

        private static void append(StringBuilder text, @Nullable ConfigurationContainer container) {
            if (container != null && container.getConfiguration() != null) {
                // Its class differs between versions of Maven; its text is XML in all of them.
                text.append(container.getConfiguration()).append('\n');
            }
        }

        boolean has(String element) {
            return configuration.contains("<" + element);
        }

        @Nullable JavaRelease find(String element) {
            Matcher written =
                    Pattern.compile("<" + element + ">\\s*([^<]*?)\\s*</").matcher(configuration);
            if (written.find()) {
                return parse(written.group(1), "<" + element + "> of maven-compiler-plugin");
            }
            String name = "maven.compiler." + element;
            for (String prefix : new String[] {"-D", ""}) {
                String value = properties.getOrDefault(prefix, new Properties()).getProperty(name);
                if (value != null) {
                    return parse(value.trim(), prefix.isEmpty() ? "<" + name + ">" : prefix + name);
                }
            }
            return null;
        }

        private static JavaRelease parse(String text, String origin) {
            Matcher version = VERSION.matcher(text);
            return version.matches() ? new JavaRelease(Integer.parseInt(version.group(1)), origin) : UNTOLD;
        }
    }
}
