package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;

/** The structs that a field brings with it: bounded bytes, spans. Named, for two anonymous ones are different types. */
final class MemberTypes {
    private MemberTypes() {}

    static String of(StructLayout layout, FieldDef field, CNames names) {
        TypeNames own = names.struct(layout.struct().fullName()).types();
        Scope scope = Scope.EMPTY.with("Struct", own.type()).with("field", field.name());
        StringBuilder out = new StringBuilder();
        String bytesType = own.bytesTypes().get(field.name());
        if (bytesType != null) {
            out.append(bytes(scope.with("type", bytesType), field.type()));
        }
        String spanType = own.spanTypes().get(field.name());
        if (spanType != null) {
            CTypes element = CTypes.element(layout.struct(), field, names);
            out.append(span(scope.with("type", spanType).with("data", element.declarePointer("data"))));
        }
        return out.toString();
    }

    private static String bytes(Scope scope, FieldType type) {
        FieldType element = type.element();
        FieldType.BoundedBytes bytes = (FieldType.BoundedBytes) (element == null ? type : element);
        return scope.with("capacity", bytes.maxSize()).expand("""
                /** Bytes of $Struct.$field: the first `size` of `data` are in use. */
                typedef struct $type {
                    uint32_t size;
                    uint8_t data[$capacity];
                } $type;

                P2F_STATIC_ASSERT(offsetof($type, size) == 0, "$type.size is elsewhere");
                P2F_STATIC_ASSERT(offsetof($type, data) == 4, "$type.data is elsewhere");

                """);
    }

    private static String span(Scope scope) {
        return scope.expand("""
                /** Elements of $Struct.$field: `size` of them at `data`, owned by whose allocator they came from. */
                typedef struct $type {
                    $data;
                    uint64_t size;
                } $type;

                P2F_STATIC_ASSERT(offsetof($type, data) == 0, "$type.data is elsewhere");
                P2F_STATIC_ASSERT(offsetof($type, size) == 8, "$type.size is elsewhere");

                """);
    }
}
