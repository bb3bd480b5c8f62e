package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.FeatureSet.VisibilityFeature.DefaultSymbolVisibility;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.syntax.Visibility;

/** Whether a message or enum may be used outside of its file ({@code export} and {@code local}, edition 2024). */
final class Visibilities {
    private Visibilities() {}

    static void check(FileUnit user, Symbol used, Span place, Diagnostics diagnostics) {
        if (user == used.file || used.file.edition.getNumber() < Edition.EDITION_2024_VALUE || isExported(used)) {
            return;
        }
        Visibility written = written(used);
        Diagnostic error = Diagnostic.error(
                        "not-visible", place, "\"" + used.fullName + "\" is local to \"" + used.file.name() + "\"")
                .withLabel(
                        used.nameSpan,
                        written == Visibility.LOCAL
                                ? "declared local here"
                                : "local by the file's features.default_symbol_visibility");
        diagnostics.add(error.withHelp("write export before its declaration"));
    }

    private static Visibility written(Symbol symbol) {
        if (symbol instanceof MessageSymbol message) {
            return message.visibility;
        }
        return symbol instanceof EnumSymbol enumeration ? enumeration.visibility : Visibility.UNSET;
    }

    private static boolean isExported(Symbol symbol) {
        Visibility written = written(symbol);
        if (written != Visibility.UNSET) {
            return written == Visibility.EXPORT;
        }
        DefaultSymbolVisibility standard = Features.of(symbol.file).getDefaultSymbolVisibility();
        return switch (standard) {
            case EXPORT_TOP_LEVEL -> symbol.parent() == null;
            case LOCAL_ALL, STRICT -> false;
            default -> true;
        };
    }
}
