package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.Edition;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.syntax.SyntaxNode;

/** Which editions we link: those that protoc of the version that we follow compiles without a plugin. */
final class EditionSupport {
    static final Edition NEWEST = Edition.EDITION_2026;

    private EditionSupport() {}

    static boolean check(FileUnit file, Diagnostics diagnostics) {
        Edition edition = file.edition;
        if (edition.getNumber() >= Edition.EDITION_PROTO2_VALUE
                && (edition.getNumber() <= NEWEST.getNumber() || edition == Edition.EDITION_UNSTABLE)) {
            return true;
        }
        report(file, diagnostics);
        return false;
    }

    /** The experimental edition is refused only once nothing else is wrong, as protoc refuses it. */
    static void refuseUnstable(FileUnit file, Diagnostics diagnostics) {
        if (file.edition == Edition.EDITION_UNSTABLE) {
            report(file, diagnostics);
        }
    }

    private static void report(FileUnit file, Diagnostics diagnostics) {
        SyntaxNode syntax = file.ast == null ? null : file.ast.syntax();
        diagnostics.add(Diagnostic.error(
                        "unsupported-edition",
                        syntax == null ? file.start() : syntax.span(),
                        "edition " + name(file.edition) + " is not supported")
                .withHelp("the editions are 2023, 2024 and 2026"));
    }

    /** {@code 2023}, {@code PROTO3}: an edition as messages write it. */
    static String name(Edition edition) {
        return edition.name().substring("EDITION_".length());
    }
}
