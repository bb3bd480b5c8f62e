package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FeatureSet.VisibilityFeature.DefaultSymbolVisibility;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.syntax.EnumNode;
import dev.proto2ffi.core.syntax.MessageNode;
import dev.proto2ffi.core.syntax.NumberRange;
import dev.proto2ffi.core.syntax.ReservedNode;
import dev.proto2ffi.core.syntax.Visibility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Under {@code default_symbol_visibility = STRICT}, what is nested can't be exported. */
final class NestedExportChecks {
    private NestedExportChecks() {}

    static void check(FileUnit file, Diagnostics diagnostics) {
        if (Features.of(file).getDefaultSymbolVisibility() != DefaultSymbolVisibility.STRICT) {
            return;
        }
        for (MessageSymbol message : SchemaChecks.allMessages(file)) {
            if (message.parent != null && message.visibility == Visibility.EXPORT) {
                report(message, message.node instanceof MessageNode node ? node.visibilitySpan() : null, diagnostics);
            }
            for (EnumSymbol enumeration : message.enums) {
                if (enumeration.visibility == Visibility.EXPORT && !isNamespace(message)) {
                    EnumNode node = enumeration.node;
                    report(enumeration, node == null ? null : node.visibilitySpan(), diagnostics);
                }
            }
        }
    }

    /** Whether a message only gives its enums a scope: local, and {@code reserved 1 to max}. */
    private static boolean isNamespace(MessageSymbol message) {
        if (message.parent != null || message.visibility == Visibility.EXPORT || message.reserved.size() != 1) {
            return false;
        }
        ReservedNode reserved = message.reserved.get(0);
        List<NumberRange> ranges = reserved.ranges();
        return ranges.size() == 1
                && ranges.get(0).first().magnitude() == 1
                && ranges.get(0).max() != null;
    }

    private static void report(Symbol symbol, @Nullable Span place, Diagnostics diagnostics) {
        diagnostics.add(Diagnostic.error(
                        "nested-export",
                        place == null ? symbol.nameSpan : place,
                        "nested " + symbol.kind() + " \"" + symbol.fullName
                                + "\" can't be exported under features.default_symbol_visibility = STRICT")
                .withHelp("move it to the top level, or, for an enum, let it stand in a local message that has"
                        + " nothing else but reserved 1 to max;"));
    }
}
