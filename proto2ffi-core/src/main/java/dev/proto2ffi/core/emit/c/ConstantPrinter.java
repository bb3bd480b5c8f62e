package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.OneofLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldType;
import org.jspecify.annotations.Nullable;

/** The constants of a struct, and the assertions with which the compiler checks that it sees the same bytes. */
final class ConstantPrinter {
    private ConstantPrinter() {}

    static String print(StructLayout layout, CNames names) {
        TypeNames own = names.struct(layout.struct().fullName()).types();
        StringBuilder out = new StringBuilder();
        define(own.sizeMacro(), Integer.toString(layout.size()), out);
        define(own.alignMacro(), Integer.toString(layout.align()), out);
        define(own.fingerprintMacro(), CLiterals.fingerprint(layout.fingerprint()), out);
        if (own.poolSizeMacro() != null) {
            define(own.poolSizeMacro(), Integer.toString(layout.struct().poolSize()), out);
        }
        for (OneofLayout oneof : layout.oneofs()) {
            for (FieldLayout field : oneof.fields()) {
                define(
                        own.tags().get(field.field().name()),
                        Integer.toString(field.field().number()),
                        out);
            }
        }
        return out.append('\n').append(assertions(layout, own, names)).toString();
    }

    private static void define(@Nullable String macro, String value, StringBuilder out) {
        out.append("#define ").append(macro).append(' ').append(value).append('\n');
    }

    private static String assertions(StructLayout layout, TypeNames own, CNames names) {
        StringBuilder out = new StringBuilder();
        Scope scope =
                Scope.EMPTY.with("type", own.type()).with("size", layout.size()).with("align", layout.align());
        out.append(scope.expand("""
                        P2F_STATIC_ASSERT(sizeof($type) == $size, "$type has another size");
                        P2F_STATIC_ASSERT(P2F_ALIGNOF($type) == $align, "$type has another alignment");
                        """));
        for (StructLayout.Leaf leaf : layout.leaves()) {
            out.append(scope.with("member", names.path(layout.struct(), leaf.member()))
                    .with("offset", leaf.member().offset())
                    .expand("""
                                    P2F_STATIC_ASSERT(offsetof($type, $member) == $offset, "$type.$member is elsewhere");
                                    """));
        }
        return out.toString();
    }

    /** Assertions on the elements of spans, which need not be complete before all structs of a header are. */
    static String strides(StructLayout layout, CNames names) {
        StringBuilder out = new StringBuilder();
        Scope scope = Scope.EMPTY.with("type", names.type(layout.struct()));
        for (FieldLayout field : layout.fields()) {
            if (field.field().type() instanceof FieldType.UnboundedRepeated) {
                out.append(scope.with("member", names.path(layout.struct(), field.data()))
                        .with("stride", field.stride())
                        .expand("""
                                        P2F_STATIC_ASSERT(sizeof(*(($type *)0)->$member.data) == $stride, "$type.$member has other elements");
                                        """));
            }
        }
        return out.toString();
    }
}
