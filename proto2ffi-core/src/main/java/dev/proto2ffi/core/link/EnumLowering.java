package dev.proto2ffi.core.link;

import dev.proto2ffi.core.syntax.Declaration;
import dev.proto2ffi.core.syntax.EnumNode;
import dev.proto2ffi.core.syntax.EnumValueNode;
import dev.proto2ffi.core.syntax.OptionNode;
import dev.proto2ffi.core.syntax.ReservedNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the syntax tree of an enum to its symbols. */
final class EnumLowering {
    private EnumLowering() {}

    /**
     * @param parent the message that declares it, or null
     * @param scope full name of what surrounds it: its values are named beside it, not in it
     */
    static void lower(FileUnit file, @Nullable MessageSymbol parent, String scope, EnumNode node) {
        String name = node.name().text();
        EnumSymbol enumeration = new EnumSymbol(
                file,
                parent,
                name,
                Symbol.join(scope, name),
                node.span(),
                node.name().span(),
                node.visibility(),
                node);
        (parent == null ? file.enums : parent.enums).add(enumeration);
        List<OptionNode> options = new ArrayList<>();
        for (Declaration each : node.body().declarations()) {
            if (each instanceof EnumValueNode value) {
                value(enumeration, scope, value);
            } else if (each instanceof ReservedNode reserved) {
                enumeration.reserved.add(reserved);
            } else if (each instanceof OptionNode option) {
                options.add(option);
            }
        }
        if (!options.isEmpty()) {
            enumeration.options = new OptionSet(
                    OptionSet.Target.ENUM, file, enumeration, enumeration.fullName, enumeration.nameSpan, options);
        }
    }

    private static void value(EnumSymbol enumeration, String scope, EnumValueNode node) {
        String name = node.name().text();
        EnumValueSymbol value = new EnumValueSymbol(
                enumeration,
                name,
                Symbol.join(scope, name),
                node.span(),
                node.name().span(),
                Lowering.toInt(node.number()),
                node.number().span());
        enumeration.addValue(value);
        if (node.options() != null && !node.options().options().isEmpty()) {
            value.options = new OptionSet(
                    OptionSet.Target.ENUM_VALUE,
                    enumeration.file,
                    value,
                    value.fullName,
                    value.nameSpan,
                    node.options().options());
        }
    }
}
