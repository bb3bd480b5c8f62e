package dev.proto2ffi.core.link;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.Span;
import java.util.Map;

/** Whether features may be set at all, and to something that means something. */
final class FeatureChecks {
    private FeatureChecks() {}

    static void check(FileUnit file, Diagnostics diagnostics) {
        for (OptionSet set : file.optionSets) {
            if (set.ownFeatures == null) {
                continue;
            }
            if (!file.isEditions()) {
                diagnostics.add(Diagnostic.error("features", place(set), "features exist in editions only")
                        .withHelp("begin the file with edition = \"2023\"; or drop the feature"));
                continue;
            }
            for (Map.Entry<FieldDescriptor, Object> each :
                    set.ownFeatures.getAllFields().entrySet()) {
                if (each.getValue() instanceof EnumValueDescriptor value && value.getNumber() == 0) {
                    diagnostics.add(Diagnostic.error(
                            "features",
                            place(set),
                            "feature \"" + each.getKey().getName() + "\" can't be set to " + value.getName()));
                }
            }
        }
    }

    /** Where protoc sees the fault: at the name of the declaration; for a file at its syntax. */
    static Span place(OptionSet set) {
        if (set.target == OptionSet.Target.FILE) {
            var ast = set.file.ast;
            return ast == null || ast.syntax() == null
                    ? set.file.start()
                    : ast.syntax().span();
        }
        return set.ownerSpan;
    }
}
