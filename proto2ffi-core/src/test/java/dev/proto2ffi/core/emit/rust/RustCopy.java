package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.OneofLayout;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.StructDef;
import java.util.HashMap;
import java.util.Map;

/**
 * A Rust library that reads every field of a struct through the generated methods, and writes it into another struct,
 * whose memory comes from a buffer.
 */
public final class RustCopy {
    private final SchemaLayout layout;
    private final RustNames names;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private RustCopy(SchemaLayout layout) {
        this.layout = layout;
        this.names = RustNames.of(layout);
        for (StructLayout struct : layout.structs()) {
            indexes.put(struct.struct().fullName(), indexes.size());
        }
    }

    /**
     * The library's text: {@code trip(index, from, to, memory, size)} copies a struct of the index that it has in the
     * layout, what it points to into the memory.
     */
    public static String of(SchemaLayout layout) {
        return new RustCopy(layout).print();
    }

    private String print() {
        out.append("""
                //! Copies.
                #![allow(deprecated, unused, non_snake_case, missing_docs, unreachable_pub, path_statements)]
                #[path = "generated/mod.rs"]
                pub mod generated;
                use generated as g;
                use generated::$SUPPORT as p2f;
                type Done = p2f::Result<()>;
                #[no_mangle]
                pub unsafe extern "C" fn trip(index: u32, from: *const u8, to: *mut u8, memory: *mut u8, size: u64) -> bool {
                    let memory = ::std::slice::from_raw_parts_mut(memory.cast(), size as usize);
                    let buffer = p2f::Buffer::new(memory);
                    let done = match index {
                """.replace("$SUPPORT", names.support()));
        for (StructLayout struct : layout.structs()) {
            line(index(struct.struct()) + " => start_" + index(struct.struct()) + "(from, to, &buffer),");
        }
        line("_ => Err(p2f::Error::Null),");
        line("};");
        line("if let Err(e) = &done { ::std::eprintln!(\"{index}: {e:?}\"); }");
        line("done.is_ok()");
        line("}");
        layout.structs().forEach(this::struct);
        return out.toString();
    }

    private int index(StructDef struct) {
        return indexes.getOrDefault(struct.fullName(), -1);
    }

    private String copy(String struct) {
        return "copy_" + index(layout.schema().struct(struct));
    }

    private String type(StructLayout struct, String lifetime) {
        return "g::" + names.struct(struct.struct()) + (struct.flat() ? "" : "<" + lifetime + ">");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void struct(StructLayout struct) {
        int index = index(struct.struct());
        String path = "g::" + names.struct(struct.struct());
        line("unsafe fn start_" + index + "<'a>(from: *const u8, to: *mut u8, a: &p2f::Buffer<'a>) -> Done {");
        line("let target = to.cast::<" + type(struct, "'a") + ">();");
        line("::core::ptr::write(target, " + path + "::new());");
        line("let from = <" + type(struct, "'_") + " as p2f::Foreign>::from_ptr(from.cast())?;");
        line("copy_" + index + "(from, &mut *target, a)");
        line("}");
        line("fn copy_" + index + "<'a>(from: &" + type(struct, "'_") + ", to: &mut " + type(struct, "'a")
                + ", a: &dyn p2f::Allocate<'a>) -> Done {");
        line("*to = " + path + "::new();");
        for (FieldLayout field : struct.fields()) {
            if (field.field().oneof() == null) {
                new Field(struct.struct(), field).print();
            }
        }
        for (OneofLayout oneof : struct.oneofs()) {
            String value = "g::" + names.oneofType(struct.struct(), oneof.oneof(), OneofType.VALUE);
            line("match from." + names.accessor(struct.struct(), oneof.oneof(), Accessor.GET) + "() {");
            for (FieldLayout field : oneof.fields()) {
                String variant = names.structNames(struct.struct()).variant(field.field());
                line("Some(" + value + "::" + variant + "(v)) => {");
                new Field(struct.struct(), field).held();
                line("}");
            }
            line("None => {}");
            line("}");
        }
        line("Ok(())");
        line("}");
    }

    /** The lines of one field. */
    private final class Field {
        private final StructDef struct;
        private final FieldDef field;
        private final String member;

        Field(StructDef struct, FieldLayout layout) {
            this.struct = struct;
            this.field = layout.field();
            this.member = names.member(struct, layout.data());
        }

        private String call(String on, Accessor accessor, String arguments) {
            String name = names.accessor(struct, field, accessor);
            if (name == null) {
                throw new IllegalStateException(struct.fullName() + "." + field.name() + " has no " + accessor);
            }
            return on + "." + name + "(" + arguments + ")";
        }

        private String allocator(FieldType type) {
            return type.hasPointer() ? "a, " : "";
        }

        void print() {
            FieldType type = field.type();
            FieldType element = type.element();
            FieldType one = element == null ? type : element;
            switch (FieldShape.of(struct, field, names.kinds()).form()) {
                case PLAIN -> plain(type);
                case VALUE, ATOMIC -> guarded(call("to", Accessor.SET, call("from", Accessor.GET, "")) + ";");
                case CHECKED ->
                    guarded(call("to", Accessor.SET, allocator(type) + call("from", Accessor.GET, "") + "?") + "?;");
                case MESSAGE -> message(type);
                case POINTER -> {
                    line("if let Some(v) = " + call("from", Accessor.GET, "") + "? {");
                    line(copy(held(type)) + "(v, " + call("to", Accessor.INIT, "a") + "?, a)?; }");
                }
                case SLICE -> {
                    line("for v in " + call("from", Accessor.GET, "") + "? {");
                    push(one, "v");
                    line("}");
                }
                case PACKED_SLICE -> {
                    line("for i in 0.." + call("from", Accessor.COUNT, "") + " as usize {");
                    push(one, "&" + call("from", Accessor.AT, "i") + "?");
                    line("}");
                }
                case CHECKED_SLICE -> checkedSlice(type, one);
                case SPAN -> {
                    line("let s = " + call("from", Accessor.GET, "") + "?;");
                    line("let t = " + call("to", Accessor.ALLOCATE, "a, s.len()") + "?;");
                    line("for i in 0..s.len() {");
                    line(one.inlineStruct() == null ? "t[i] = s[i];" : copy(held(one)) + "(&s[i], &mut t[i], a)?;");
                    line("}");
                }
                case CHECKED_SPAN -> {
                    line("let mut all = ::std::vec::Vec::new();");
                    line("for i in 0.." + call("from", Accessor.COUNT, "") + " as usize { all.push("
                            + call("from", Accessor.AT, "i") + "?); }");
                    line(call("to", Accessor.SET, "a, &all") + "?;");
                }
                default -> throw new IllegalStateException(field.name());
            }
        }

        private String held(FieldType type) {
            String name = type.reachedStruct();
            if (name == null) {
                throw new IllegalStateException(field.name());
            }
            return name;
        }

        private void guarded(String statement) {
            line(field.presence() ? "if " + call("from", Accessor.HAS, "") + " { " + statement + " }" : statement);
        }

        private void plain(FieldType type) {
            boolean isMessage = type.reachedStruct() != null && !struct.packed();
            if (isMessage && type instanceof FieldType.FixedRepeated repeated) {
                line("for i in 0.." + repeated.count() + " { " + copy(held(repeated.element())) + "(&from." + member
                        + "[i], &mut to." + member + "[i], a)?; }");
            } else if (isMessage) {
                line(copy(held(type)) + "(&from." + member + ", &mut to." + member + ", a)?;");
            } else {
                line("to." + member + " = from." + member + ";");
            }
        }

        private void message(FieldType type) {
            line("if let Some(v) = " + call("from", Accessor.GET, "") + " {");
            line(
                    struct.packed()
                            ? call("to", Accessor.SET, "v") + ";"
                            : copy(held(type)) + "(v, " + call("to", Accessor.INIT, "") + ", a)?;");
            line("}");
        }

        private void push(FieldType element, String from) {
            String held = element.inlineStruct();
            if (held == null) {
                line(call("to", Accessor.PUSH, "*(" + from + ")") + "?;");
                return;
            }
            StructLayout inner = layout.struct(held);
            line("let mut n = g::" + names.struct(inner.struct()) + "::new();");
            line(copy(held) + "(" + from + ", &mut n, a)?;");
            line(call("to", Accessor.PUSH, "n") + "?;");
        }

        private void checkedSlice(FieldType type, FieldType element) {
            boolean counted = type instanceof FieldType.BoundedRepeated;
            String count = type instanceof FieldType.FixedRepeated repeated
                    ? Integer.toString(repeated.count())
                    : call("from", Accessor.COUNT, "") + " as usize";
            line("for i in 0.." + count + " {");
            String value = allocator(element) + call("from", Accessor.AT, "i") + "?";
            line(counted ? call("to", Accessor.PUSH, value) + "?;" : call("to", Accessor.SET_AT, "i, " + value) + "?;");
            line("}");
        }

        /** What a oneof holds, in {@code v}. */
        void held() {
            FieldType type = field.type();
            if (type instanceof FieldType.MessagePointer) {
                line(copy(held(type)) + "(v?, " + call("to", Accessor.INIT, "a") + "?, a)?;");
            } else if (type.reachedStruct() != null && !struct.packed()) {
                line(copy(held(type)) + "(v, " + call("to", Accessor.INIT, "") + ", a)?;");
            } else if (CheckedType.of(type) != null) {
                line(call("to", Accessor.SET, allocator(type) + "v?") + "?;");
            } else {
                line(call("to", Accessor.SET, "v") + ";");
            }
        }
    }
}
