package dev.proto2ffi.core.link;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.syntax.ListLiteral;
import dev.proto2ffi.core.syntax.MessageLiteral;
import dev.proto2ffi.core.syntax.OptionNode;
import dev.proto2ffi.core.syntax.OptionValue;
import dev.proto2ffi.core.syntax.PackageNode;

/** How deep names and options may go: what is deeper, protobuf's parsers refuse to read or overflow on. */
final class NestingLimits {
    /** Messages inside an options message, it being the first. */
    private static final int OPTION_DEPTH = 100;

    private static final int PACKAGE_PARTS = 500;

    private NestingLimits() {}

    /** Reports an option that sets something too far inside its options message. */
    static boolean allow(OptionNode option, Diagnostics diagnostics) {
        int depth = option.name().size();
        if (depth <= OPTION_DEPTH) {
            depth += depth(option.value());
        }
        if (depth <= OPTION_DEPTH) {
            return true;
        }
        diagnostics.add(Diagnostic.error(
                        "nested-too-deeply",
                        option.nameSpan(),
                        "messages in options nest " + OPTION_DEPTH + " deep at most")
                .withHelp("flatten the value"));
        return false;
    }

    /** The parser bounds how deep literals nest. */
    private static int depth(OptionValue value) {
        int most = 0;
        if (value instanceof MessageLiteral message) {
            for (MessageLiteral.Entry entry : message.entries()) {
                most = Math.max(most, depth(entry.value()));
            }
            return most + 1;
        }
        if (value instanceof ListLiteral list) {
            for (OptionValue each : list.values()) {
                most = Math.max(most, depth(each));
            }
        }
        return most;
    }

    /** Reports a package name of absurdly many parts. */
    static boolean allow(PackageNode node, Diagnostics diagnostics) {
        long dots = node.name().text().chars().filter(each -> each == '.').count();
        if (dots < PACKAGE_PARTS) {
            return true;
        }
        diagnostics.add(Diagnostic.error(
                "nested-too-deeply", node.span(), "the name of a package has " + PACKAGE_PARTS + " parts at most"));
        return false;
    }
}
