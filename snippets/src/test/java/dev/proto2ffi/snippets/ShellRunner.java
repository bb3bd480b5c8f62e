package dev.proto2ffi.snippets;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Commands, run by {@code sh} in the page's folder. The folder and what was exported last from one snippet of the page to
 * the next. {@code proto2ffi} is on the PATH and in the folder; the runtime's jar is where a build of the repository has it;
 * {@code ./proto2ffi-bench} only looks at its arguments. Hidden snippets have the repository in {@code $REPOSITORY} and the
 * class path of this module, examples included, in {@code $BUILT}. Every command must end with 0, or the last one with the
 * mark's {@code exit}.
 */
final class ShellRunner implements Runner {
    private static final Pattern TOOL = Pattern.compile("(?m)(?:^|&& |\\| )(cc|gcc|g\\+\\+|rustc|cargo|mvn|npx)\\b");

    @Override
    public void run(Snippet snippet, Workshop workshop) throws IOException {
        Path shell = Tools.require("sh");
        TOOL.matcher(snippet.text()).results().forEach(tool -> Tools.require(tool.group(1)));
        Path state = workshop.folder("shell");
        if (!Files.exists(state.resolve("environment"))) {
            prepare(workshop, state);
        }
        Path script = state.resolve("script" + snippet.line());
        Files.writeString(script, script(snippet, state));
        String path = String.join(
                File.pathSeparator,
                Tools.jdk().toString(),
                System.getenv("PATH"),
                Tools.cargoFolder().toString());
        Map<String, String> environment =
                Map.of("PATH", path, "REPOSITORY", Project.ROOT.toString(), "BUILT", Project.classPath());
        Tools.Result result = Tools.run(workshop.desk(), environment, List.of(shell.toString(), script.toString()));
        int expected = Integer.parseInt(snippet.mark().get("exit", "0"));
        if (result.exitCode() != expected) {
            throw snippet.failure(
                    "it ends with " + result.exitCode() + " instead of " + expected + "\n" + result.output());
        }
        Printed.compare(snippet, workshop, result.output());
    }

    /** Whatever way the snippet ends, the next one begins where it was. */
    private static String script(Snippet snippet, Path state) {
        return "set -eu\n. '%1$s/environment'\ncd \"$(cat '%1$s/folder')\"\ntrap 'pwd >'\\''%1$s/folder'\\''; export -p >'\\''%1$s/environment'\\''' EXIT\n"
                        .formatted(state)
                + snippet.text();
    }

    private static void prepare(Workshop workshop, Path state) throws IOException {
        Path command = Project.installCommand(Files.createDirectories(state.resolve("bin")));
        Project.installCommand(workshop.desk());
        String jar = "proto2ffi-runtime/target/proto2ffi-runtime-" + Project.VERSION + ".jar";
        Project.copyRuntime(workshop.desk().resolve(jar));
        Files.writeString(state.resolve("environment"), "export PATH='" + command + "':\"$PATH\"\n");
        Files.writeString(state.resolve("folder"), workshop.desk() + "\n");
    }
}
