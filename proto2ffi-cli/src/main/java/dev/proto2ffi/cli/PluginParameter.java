package dev.proto2ffi.cli;

import dev.proto2ffi.core.compile.Language;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The words between {@code --proto2ffi_out=} and the directory, or of {@code --proto2ffi_opt}: the options of
 * {@code generate}, for protoc.
 */
final class PluginParameter {
    static final String WORDS = "java, c, rust, cargo_toml, option=RULE, proto_path=DIR";

    private static final String OPTION = "option=";
    private static final String PROTO_PATH = "proto_path=";

    private final Set<Language> languages = EnumSet.noneOf(Language.class);
    private final List<SourceFile> rules = new ArrayList<>();
    private final List<Path> protoPath = new ArrayList<>();
    private final Diagnostics diagnostics;
    private boolean cargoToml;

    private PluginParameter(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * @param text words separated by commas
     * @param diagnostics takes what is wrong with them
     */
    static PluginParameter parse(String text, Diagnostics diagnostics) {
        PluginParameter parameter = new PluginParameter(diagnostics);
        for (String word : text.split(",", -1)) {
            if (!word.isBlank()) {
                parameter.add(word.strip());
            }
        }
        parameter.check();
        return parameter;
    }

    private void add(String word) {
        switch (word) {
            case "java" -> languages.add(Language.JAVA);
            case "c" -> languages.add(Language.C);
            case "rust" -> languages.add(Language.RUST);
            case "cargo_toml" -> cargoToml = true;
            default -> {
                if (word.startsWith(OPTION)) {
                    rules.add(SourceFile.of("option", word.substring(OPTION.length())));
                } else if (word.startsWith(PROTO_PATH)) {
                    addProtoPath(word.substring(PROTO_PATH.length()));
                } else {
                    report("unknown parameter \"" + word + "\"", "the parameters are " + WORDS);
                }
            }
        }
    }

    private void addProtoPath(String text) {
        try {
            Path directory = Path.of(text);
            if (Files.isDirectory(directory)) {
                protoPath.add(directory);
                return;
            }
        } catch (InvalidPathException e) {
            // reported below
        }
        report(
                "proto_path=" + text + " is no directory",
                "give one of the directories of -I, from which side files (NAME.options) are to be read");
    }

    private void check() {
        if (languages.isEmpty() && !diagnostics.hasErrors()) {
            report(
                    "no language to generate",
                    "name them: --proto2ffi_out=java,c,rust:DIR, or in buf.gen.yaml opt: [java, c, rust]");
        }
        if (cargoToml && !languages.contains(Language.RUST)) {
            report("cargo_toml needs rust", "add rust, or leave cargo_toml out");
        }
    }

    private void report(String message, String help) {
        diagnostics.add(Diagnostic.error("plugin-parameter", null, message).withHelp(help));
    }

    Set<Language> languages() {
        return languages;
    }

    boolean cargoToml() {
        return cargoToml;
    }

    List<SourceFile> rules() {
        return rules;
    }

    /** Where side files are looked for; empty for the working directory. */
    List<Path> protoPath() {
        return protoPath;
    }
}
