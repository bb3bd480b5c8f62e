package dev.proto2ffi.cli;

import dev.proto2ffi.cli.init.LocalRepository;
import dev.proto2ffi.cli.init.NativeLanguage;
import dev.proto2ffi.cli.init.ProjectDirectory;
import dev.proto2ffi.cli.init.ProjectSettings;
import dev.proto2ffi.cli.init.ProjectTemplate;
import dev.proto2ffi.cli.init.Tools;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a project that builds and runs. */
@Command(
        name = "init",
        sortOptions = false,
        customSynopsis = "proto2ffi init DIR [--native rust|c] [--name NAME] [--package PACKAGE]",
        header = "Make a project that builds and runs: Maven, native code, a schema.",
        description = {
            "",
            "Writes a small Maven project into a new or empty directory: a schema, a native library that serves it, a Java "
                    + "program that calls the library, and a test. 'mvn verify' in it generates, compiles, tests and runs. "
                    + "Writes all files or none.",
            ""
        },
        footer = {"", "Examples:", "  proto2ffi init demo", "  proto2ffi init --native c --package org.acme.radar radar"
        })
final class InitCommand implements Callable<Integer> {
    /** Set by the launcher of a checkout to its path. */
    private static final String CHECKOUT = "PROTO2FFI_CHECKOUT";

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Parameters(
            arity = "1",
            paramLabel = "DIR",
            description = "The directory of the project; made where there is none.")
    Path directory = Path.of("");

    @Option(
            names = "--native",
            paramLabel = "LANGUAGE",
            defaultValue = "rust",
            description = "What the native half is written in: rust (default; cargo compiles it) or c (cc does).")
    NativeLanguage language = NativeLanguage.RUST;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name of the Maven artifact and the Cargo crate: lower-case letters, digits, - and _. "
                    + "Default: the directory's.")
    @Nullable String name;

    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            description = "Java package and Maven group. Default: com.example.NAME.")
    @Nullable String javaPackage;

    private final Context context;

    InitCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        ProjectSettings settings = settings();
        Map<String, byte[]> files = ProjectTemplate.files(settings);
        new ProjectDirectory(directory).write(files);
        Path home = Path.of(System.getProperty("user.home", ""));
        StringBuilder text = new StringBuilder();
        text.append(settings.name())
                .append(": Java and ")
                .append(settings.language().label())
                .append(", ")
                .append(files.size())
                .append(" files in ")
                .append(directory)
                .append('\n');
        files.keySet().forEach(file -> text.append("  ").append(file).append('\n'));
        text.append(nextSteps(settings, home));
        context.console().print(text.toString());
        warnOfMissingTool(settings, home);
        return ExitCode.DONE;
    }

    private ProjectSettings settings() {
        String chosen = name == null ? defaultName() : name;
        if (!ProjectSettings.isName(chosen)) {
            throw wrong("--name " + chosen + " can't name a Maven artifact and a Cargo crate: take lower-case letters, "
                    + "digits, - and _, beginning with a letter, 64 at most");
        }
        String group = javaPackage == null ? ProjectSettings.packageOf(chosen) : javaPackage;
        if (!ProjectSettings.isPackage(group)) {
            throw wrong((javaPackage == null ? "the default package " : "--package ") + group
                    + " is no name of a Java package: give one such as --package org.acme.radar");
        }
        return new ProjectSettings(chosen, group, language, Version.number());
    }

    /** Only a name that is the directory's own is taken without a word. */
    private String defaultName() {
        String found = ProjectSettings.nameOf(directory);
        Path last = directory.toAbsolutePath().normalize().getFileName();
        if (last != null && last.toString().equals(found)) {
            return found;
        }
        throw wrong("The directory's name, " + (last == null ? directory : last)
                + ", can't name a Maven artifact and a Cargo crate: give one such as --name "
                + (ProjectSettings.isName(found) ? found : "demo"));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private String nextSteps(ProjectSettings settings, Path home) {
        StringBuilder text = new StringBuilder();
        Map<String, String> environment = context.console().environment();
        LocalRepository repository = LocalRepository.find(environment, home);
        if (!repository.has(settings.version()) && settings.version().endsWith("-SNAPSHOT")) {
            String checkout = environment.get(CHECKOUT);
            text.append("\nFirst, once: proto2ffi ")
                    .append(settings.version())
                    .append(" is not in ")
                    .append(repository.directory())
                    .append(", and Maven Central has releases only. Install it")
                    .append(checkout == null ? ", in a checkout of proto2ffi:\n" : ":\n")
                    .append("  mvn -B -ntp -DskipTests ")
                    .append(checkout == null ? "" : "-f " + quoted(checkout) + " ")
                    .append("-pl proto2ffi-maven-plugin,proto2ffi-runtime -am install\n");
        }
        boolean here = directory.toAbsolutePath().normalize().equals(Path.of("").toAbsolutePath());
        text.append("\nNext:\n")
                .append(here ? "" : "  cd " + quoted(directory.toString()) + "\n")
                .append("  mvn verify                     generates, compiles, tests, and runs the program\n")
                .append("  mvn -q compile exec:exec@run   runs the program again\n");
        return text.toString();
    }

    private void warnOfMissingTool(ProjectSettings settings, Path home) {
        String tool = settings.language().tool();
        if (!new Tools(context.console().environment(), home).has(tool)) {
            context.reporter()
                    .report(Diagnostic.warning(
                                    "missing-tool",
                                    null,
                                    "there is no " + tool + " on the PATH, which 'mvn verify' needs")
                            .withHelp(
                                    switch (settings.language()) {
                                        case RUST ->
                                            "install Rust 1.77 or newer, such as from https://rustup.rs; "
                                                    + "or take C: proto2ffi init --native c";
                                        case C ->
                                            "install gcc or clang, or name one: mvn verify -Dcc=clang; "
                                                    + "or take Rust: proto2ffi init --native rust";
                                    }));
        }
    }

    /** For a POSIX shell, where that is needed. */
    private static String quoted(String path) {
        return path.matches("[A-Za-z0-9_@%+=:,./\\\\-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
