package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.OneofLayout;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.StructDef;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The Rust function {@code main} that calls every method of every struct, for {@code any_bytes.rs}. */
final class AnyBytesMain {
    private static final String ANY = "Default::default()";
    private static final String ORDER = "std::sync::atomic::Ordering::";

    private final SchemaLayout layout;
    private final RustNames names;
    private final StringBuilder text = new StringBuilder("\nfn main() {\n");

    AnyBytesMain(SchemaLayout layout) {
        this.layout = layout;
        this.names = RustNames.of(layout);
    }

    String text() {
        layout.structs().forEach(this::struct);
        text.append("    println!(\"{} structs\", ").append(layout.structs().size());
        return text.append(");\n}\n").toString();
    }

    private void line(String line) {
        text.append("        ").append(line).append('\n');
    }

    private void struct(StructLayout struct) {
        StructDef definition = struct.struct();
        Set<Integer> pointers = new TreeSet<>();
        pointers(struct, 0, pointers);
        text.append("    any_bytes::<generated::").append(names.struct(definition));
        text.append(struct.flat() ? "" : "<'static>")
                .append(">(&")
                .append(pointers)
                .append(", |s, copy, arena| {\n");
        for (FieldLayout field : struct.fields()) {
            FieldShape shape = FieldShape.of(definition, field.field(), names.kinds());
            for (Accessor accessor : Accessor.values()) {
                String name = names.accessor(definition, field.field(), accessor);
                if (name != null) {
                    line(call(field.field(), shape, accessor, name));
                }
            }
        }
        for (OneofLayout oneof : struct.oneofs()) {
            String get = names.accessor(definition, oneof.oneof(), Accessor.GET);
            line("let _ = format!(\"{:?} {:?}\", s." + get + "(), s."
                    + names.accessor(definition, oneof.oneof(), Accessor.CASE) + "());");
            line("copy." + names.accessor(definition, oneof.oneof(), Accessor.CLEAR) + "();");
            line("assert!(copy." + get + "().is_none());");
        }
        if (!names.kinds().isCopy(definition.fullName())) {
            line("let _ = copy.copy_from(" + (struct.flat() ? "s" : "arena, s") + ");");
        }
        line("let _ = (s, copy, arena);");
        text.append("    });\n");
    }

    /** Where a struct holds pointers. */
    private void pointers(StructLayout struct, int base, Set<Integer> offsets) {
        for (FieldLayout field : struct.fields()) {
            FieldType type = field.field().type();
            int data = base + field.data().offset();
            FieldType element = type instanceof FieldType.UnboundedRepeated ? null : type.element();
            int count = element == null ? 1 : field.data().size() / field.stride();
            for (int i = 0; i < count; i++) {
                String held = type.inlineStruct();
                if (held != null) {
                    pointers(layout.struct(held), data + i * field.stride(), offsets);
                } else if (type.hasPointer()) {
                    offsets.add(data + i * field.stride());
                }
            }
        }
    }

    private String call(FieldDef field, FieldShape shape, Accessor accessor, String name) {
        String get = "s." + name + "()";
        String edit = "copy." + name;
        return switch (accessor) {
            case GET -> get(field, shape, get);
            case GET_MUT -> "let _ = " + edit + "();";
            case HAS, COUNT -> "let _ = " + get + ";";
            case ITER -> "if let Ok(v) = " + get + " { v.count(); }";
            case LOOKUP -> "let _ = s." + name + "(" + ANY + ");";
            case PUT -> "let _ = " + edit + "(" + entryAllocator(field) + ANY + ", " + ANY + ");";
            case AT -> "for i in [0, 1, 2, 3, usize::MAX] { let _ = s." + name + "(i); }";
            case SET -> "let _ = " + edit + "(" + allocator(field) + ANY + ");";
            case SET_AT -> "let _ = " + edit + "(2, " + allocator(field) + ANY + ");";
            case PUSH -> ("let _ = " + edit + "(" + allocator(field) + ANY + ");").repeat(2);
            case INIT -> "let _ = " + edit + "(" + allocator(field).replace(", ", "") + ");";
            case ALLOCATE -> "let _ = " + edit + "(arena, 2);";
            case CLEAR -> edit + "();";
            case LOAD -> "let _ = s." + name + "(" + ORDER + "Acquire);";
            case STORE -> edit + "(" + ANY + ", " + ORDER + "Release);";
            case ATOMIC -> "let _ = " + get + ";";
            case CASE -> throw new IllegalArgumentException(name);
        };
    }

    /** The argument of a method that needs memory: not where it takes whole elements. */
    private static String allocator(FieldDef field) {
        FieldType element = field.type().element();
        boolean whole = field.type() instanceof FieldType.BoundedRepeated && element != null && !element.hasPointer();
        return whole || !field.type().hasPointer() ? "" : "arena, ";
    }

    /** The argument of a method that needs memory for a key or value. */
    private String entryAllocator(FieldDef field) {
        String entry = Objects.requireNonNull(field.type().inlineStruct());
        boolean pointer = layout.struct(entry).fields().stream()
                .anyMatch(part -> part.field().type().hasPointer());
        return pointer ? "arena, " : "";
    }

    private static String get(FieldDef field, FieldShape shape, String get) {
        String check = check(field, shape.form());
        return check == null || field.presence()
                ? "let _ = " + get + ";"
                : field.type() instanceof FieldType.FixedRepeated
                        ? "for v in " + get + ".iter().flatten() { inside(s, v); }"
                        : "if let Ok(v) = " + get + " { " + check + " }";
    }

    private static @Nullable String check(FieldDef field, FieldShape.Form form) {
        return switch (form) {
            case CHECKED, SLICE -> "inside(s, v);";
            case CHECKED_SLICE -> "for v in v.iter().flatten() { inside(s, v); }";
            case SPAN -> "assert!(v.is_empty());";
            case CHECKED_SPAN -> "assert!(v.is_empty() && v.iter().next().is_none());";
            case POINTER -> "assert!(v.is_none());";
            case PACKED_SLICE -> "assert!(v.len() <= " + ((FieldType.BoundedRepeated) field.type()).maxCount() + ");";
            default -> null;
        };
    }
}
