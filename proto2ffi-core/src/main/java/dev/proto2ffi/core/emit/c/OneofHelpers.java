package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.OneofLayout;
import dev.proto2ffi.core.layout.StructLayout;
import java.util.Map;

/** The functions of a oneof as a whole. */
final class OneofHelpers {
    private OneofHelpers() {}

    static String print(StructLayout struct, OneofLayout oneof, CNames names) {
        StructNames own = names.struct(struct.struct().fullName());
        Map<OneofHelper, String> functions =
                own.oneofHelpers().getOrDefault(oneof.oneof().name(), Map.of());
        StringBuilder cases = new StringBuilder();
        for (FieldLayout field : oneof.fields()) {
            cases.append("case ")
                    .append(own.types().tags().get(field.field().name()))
                    .append(":\n");
        }
        return Scope.EMPTY
                .with("T", own.type())
                .with("o", oneof.oneof().name())
                .with("which", functions.getOrDefault(OneofHelper.WHICH, ""))
                .with("clear", functions.getOrDefault(OneofHelper.CLEAR, ""))
                .with("case", names.member(struct.struct(), oneof.caseMember()))
                .with("union", names.member(struct.struct(), oneof.union()))
                .with("cases", cases.toString().stripTrailing())
                .expand("""
                        /** The number of the field that $o holds; 0 for none, and for a number that none of its fields has. */
                        static inline int32_t $which(const $T *self) {
                            switch (self->$case) {
                                $cases
                                    return self->$case;
                                default:
                                    return 0;
                            }
                        }

                        /** Leaves $o without a field, all its bytes zero. */
                        static inline void $clear($T *self) {
                            p2f_zero(&self->$union, sizeof self->$union);
                            self->$case = 0;
                        }

                        """);
    }
}
