package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FeatureSet;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.syntax.EnumNode;
import dev.proto2ffi.core.syntax.ReservedNode;
import dev.proto2ffi.core.syntax.Visibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An enum. */
final class EnumSymbol extends Symbol {
    final @Nullable MessageSymbol parent;

    /** Null where the enum comes from a descriptor. */
    final @Nullable EnumNode node;

    final Visibility visibility;
    final List<EnumValueSymbol> values = new ArrayList<>();
    final List<ReservedNode> reserved = new ArrayList<>();
    private final Map<String, EnumValueSymbol> byName = new HashMap<>();

    EnumSymbol(
            FileUnit file,
            @Nullable MessageSymbol parent,
            String name,
            String fullName,
            Span span,
            Span nameSpan,
            Visibility visibility,
            @Nullable EnumNode node) {
        super(file, name, fullName, span, nameSpan);
        this.parent = parent;
        this.node = node;
        this.visibility = visibility;
    }

    void addValue(EnumValueSymbol value) {
        values.add(value);
        byName.putIfAbsent(value.name, value);
    }

    @Nullable EnumValueSymbol value(String valueName) {
        return byName.get(valueName);
    }

    /** The first value with this number, or null. */
    @Nullable EnumValueSymbol value(long number) {
        for (EnumValueSymbol value : values) {
            if (value.number == number) {
                return value;
            }
        }
        return null;
    }

    boolean isClosed() {
        return Features.of(this).getEnumType() == FeatureSet.EnumType.CLOSED;
    }

    @Override
    String kind() {
        return "enum";
    }

    @Override
    boolean isScope() {
        return true;
    }

    @Override
    @Nullable Symbol parent() {
        return parent;
    }
}
