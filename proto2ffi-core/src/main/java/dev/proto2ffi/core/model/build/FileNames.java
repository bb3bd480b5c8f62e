package dev.proto2ffi.core.model.build;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.option.SchemaOption;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Reports names for the outputs that no such name can be. */
final class FileNames {
    private static final Pattern C_PREFIX = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)?");

    /** As deep as protobuf lets packages be. */
    private static final Pattern RUST_PATH = Pattern.compile("[A-Za-z_]\\w*(::[A-Za-z_]\\w*){0,99}");

    private FileNames() {}

    static void check(Options options, Diagnostics diagnostics) {
        String javaPackage = options.text(SchemaOption.FILE_JAVA_PACKAGE);
        if (javaPackage != null && !javaPackage.isEmpty()) {
            if (!SourceVersion.isName(javaPackage, SourceVersion.RELEASE_17)) {
                report(
                        SchemaOption.FILE_JAVA_PACKAGE,
                        javaPackage,
                        "is no name of a Java package",
                        "give names joined by dots, such as social.ffi",
                        options,
                        diagnostics);
            } else if (javaPackage.equals("java") || javaPackage.startsWith("java.")) {
                report(
                        SchemaOption.FILE_JAVA_PACKAGE,
                        javaPackage,
                        "belongs to the Java platform, which loads no other classes there",
                        "give a package of your own, such as social.ffi",
                        options,
                        diagnostics);
            }
        }
        String prefix = options.text(SchemaOption.FILE_C_PREFIX);
        if (prefix != null && !C_PREFIX.matcher(prefix).matches()) {
            report(
                    SchemaOption.FILE_C_PREFIX,
                    prefix,
                    "is no C identifier",
                    "use letters, digits and underscores, and no digit at the start",
                    options,
                    diagnostics);
        }
        String module = options.text(SchemaOption.FILE_RUST_MODULE);
        if (module != null && !RUST_PATH.matcher(module).matches()) {
            report(
                    SchemaOption.FILE_RUST_MODULE,
                    module,
                    "is no path of Rust modules",
                    "give up to 100 names joined by ::, such as social::feed",
                    options,
                    diagnostics);
        }
    }

    private static void report(
            SchemaOption option, String value, String why, String help, Options options, Diagnostics diagnostics) {
        diagnostics.add(Diagnostic.error("bad-name", options.span(option), option.word() + " \"" + value + "\" " + why)
                .withHelp(help));
    }
}
