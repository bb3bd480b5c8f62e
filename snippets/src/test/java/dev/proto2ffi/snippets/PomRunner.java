package dev.proto2ffi.snippets;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.jspecify.annotations.Nullable;

/**
 * Parts of POMs, read as Maven does, which refuses elements that it doesn't know. Of our plugin, goals and parameters must
 * exist. The first element says what the part stands in: a plugin, an execution or configuration of our plugin, a
 * dependency, else the project; {@code wrap=configuration} that these are parameters.
 */
final class PomRunner implements Runner {
    private static final String PLUGIN = "proto2ffi-maven-plugin";
    private static final Pattern ELEMENT = Pattern.compile("<(\\w+)");

    @Override
    public void run(Snippet snippet, Workshop workshop) throws IOException {
        String text = snippet.text().replaceFirst("^<\\?xml[^>]*>", "");
        try {
            Model model = new MavenXpp3Reader().read(new StringReader(project(snippet, text)), true);
            Build build = model.getBuild();
            for (Plugin plugin : build == null ? java.util.List.<Plugin>of() : build.getPlugins()) {
                if (PLUGIN.equals(plugin.getArtifactId())) {
                    check(snippet, plugin);
                }
            }
        } catch (XmlPullParserException e) {
            throw snippet.failure("Maven says of this part of a POM: " + e.getMessage());
        }
    }

    /** All on the first line, so that line numbers in errors count from the snippet's first. */
    private static String project(Snippet snippet, String text) {
        Matcher first = ELEMENT.matcher(text);
        String element = first.find() ? first.group(1) : "";
        String plugin = "<plugin><groupId>dev.proto2ffi</groupId><artifactId>" + PLUGIN + "</artifactId>%s</plugin>";
        String plugins = "<project><build><plugins>%s</plugins></build></project>";
        String inPlugin = plugins.formatted(plugin);
        String around = switch (snippet.mark().get("wrap", element)) {
            case "project" -> "%s";
            case "plugin" -> plugins;
            case "executions" -> inPlugin;
            case "execution" -> inPlugin.formatted("<executions>%s</executions>");
            case "configuration" ->
                element.equals("configuration") ? inPlugin : inPlugin.formatted("<configuration>%s</configuration>");
            case "dependency" -> "<project><dependencies>%s</dependencies></project>";
            default -> "<project>%s</project>";
        };
        return around.formatted(text);
    }

    private static void check(Snippet snippet, Plugin plugin) throws IOException, XmlPullParserException {
        Map<String, Set<String>> goals = goals();
        Set<String> used = new TreeSet<>();
        for (PluginExecution execution : plugin.getExecutions()) {
            used.addAll(execution.getGoals());
            parameters(
                    snippet,
                    goals,
                    execution.getGoals().isEmpty() ? goals.keySet() : Set.copyOf(execution.getGoals()),
                    execution.getConfiguration());
        }
        parameters(snippet, goals, used.isEmpty() ? goals.keySet() : used, plugin.getConfiguration());
    }

    private static void parameters(
            Snippet snippet, Map<String, Set<String>> goals, Set<String> used, @Nullable Object configuration) {
        Set<String> known = new TreeSet<>();
        for (String goal : used) {
            if (!goals.containsKey(goal)) {
                throw snippet.failure("the plugin has no goal " + goal + ", but " + goals.keySet());
            }
            known.addAll(goals.get(goal));
        }
        if (configuration instanceof Xpp3Dom dom) {
            for (Xpp3Dom parameter : dom.getChildren()) {
                if (!known.contains(parameter.getName())) {
                    throw snippet.failure(
                            "no goal of " + used + " has a parameter " + parameter.getName() + ", but " + known);
                }
            }
        }
    }

    /** The parameters of each goal, as the plugin's descriptor lists them. */
    private static Map<String, Set<String>> goals() throws IOException, XmlPullParserException {
        Map<String, Set<String>> goals = new TreeMap<>();
        try (InputStream in = PomRunner.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            if (in == null) {
                throw new IOException(
                        "the plugin has no descriptor; build it: mvn -pl proto2ffi-maven-plugin -am compile");
            }
            for (Xpp3Dom mojo :
                    Xpp3DomBuilder.build(in, "UTF-8").getChild("mojos").getChildren()) {
                Set<String> parameters = new TreeSet<>();
                for (Xpp3Dom parameter : mojo.getChild("parameters").getChildren()) {
                    parameters.add(parameter.getChild("name").getValue());
                }
                goals.put(mojo.getChild("goal").getValue(), parameters);
            }
        }
        return goals;
    }
}
