package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.OneofLayout;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.FileDef;
import dev.proto2ffi.core.model.StructDef;
import java.util.HashMap;
import java.util.Map;

/**
 * A C program that reads every field of a struct through the generated helpers, and writes it into another struct, whose
 * memory comes from an allocator.
 */
public final class CCopy {
    private final SchemaLayout layout;
    private final CNames names;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private CCopy(SchemaLayout layout) {
        this.layout = layout;
        this.names = CNames.of(layout);
        for (StructLayout struct : layout.structs()) {
            indexes.put(struct.struct().fullName(), indexes.size());
        }
    }

    /**
     * The program's text: {@code trip(index, from, to, memory, size)} copies a struct of the index that it has in the
     * layout, what it points to into the memory.
     */
    public static String of(SchemaLayout layout) {
        return new CCopy(layout).print();
    }

    private String print() {
        for (FileDef file : layout.schema().files()) {
            line("#include \"" + names.header(file) + "\"");
        }
        out.append("""
                typedef struct bump { p2f_allocator base; uint8_t *next; uint8_t *end; } bump;
                static void *bump_allocate(p2f_allocator *self, uint64_t size, uint64_t align) {
                    bump *b = (bump *)self;
                    uintptr_t at = ((uintptr_t)b->next + align - 1) & ~(uintptr_t)(align - 1);
                    if (at + size > (uintptr_t)b->end) {
                        return NULL;
                    }
                    b->next = (uint8_t *)(at + size);
                    return (void *)at;
                }
                static bool failed = false;
                static inline void ok(bool done) { if (!done) { failed = true; } }
                bool trip(uint32_t index, const void *from, void *to, void *memory, uint64_t size);
                """);
        for (StructLayout struct : layout.structs()) {
            line(head(struct.struct()) + ";");
        }
        layout.structs().forEach(this::struct);
        line("bool trip(uint32_t index, const void *from, void *to, void *memory, uint64_t size) {");
        line("bump b = {{bump_allocate}, (uint8_t *)memory, (uint8_t *)memory + size};");
        line("failed = false;");
        line("switch (index) {");
        for (StructLayout struct : layout.structs()) {
            String type = names.type(struct.struct());
            line("case " + index(struct.struct()) + ": " + copy(struct.struct()) + "((const " + type + " *)from, ("
                    + type + " *)to, &b.base); break;");
        }
        line("default: failed = true; break;");
        line("}");
        line("return !failed;");
        line("}");
        return out.toString();
    }

    private int index(StructDef struct) {
        return indexes.getOrDefault(struct.fullName(), -1);
    }

    private static String copyName(int index) {
        return "copy_" + index;
    }

    private String copy(StructDef struct) {
        return copyName(index(struct));
    }

    private String copy(String struct) {
        return copy(layout.schema().struct(struct));
    }

    private String head(StructDef struct) {
        String type = names.type(struct);
        return "static void " + copy(struct) + "(const " + type + " *from, " + type + " *to, p2f_allocator *a)";
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void struct(StructLayout struct) {
        line(head(struct.struct()) + " {");
        line("(void)from; (void)a;");
        line("if (to == NULL) { failed = true; return; }");
        line(names.struct(struct.struct().fullName()).init() + "(to);");
        for (FieldLayout field : struct.fields()) {
            if (field.field().oneof() == null) {
                new Field(struct.struct(), field).print();
            }
        }
        for (OneofLayout oneof : struct.oneofs()) {
            String which = names.struct(struct.struct().fullName())
                    .oneofHelpers()
                    .get(oneof.oneof().name())
                    .get(OneofHelper.WHICH);
            line("switch (" + which + "(from)) {");
            for (FieldLayout field : oneof.fields()) {
                line("case " + field.field().number() + ":");
                new Field(struct.struct(), field).print();
                line("break;");
            }
            line("default: break;");
            line("}");
        }
        line("}");
    }

    /** The lines of one field. */
    private final class Field {
        private final StructDef struct;
        private final FieldDef field;
        private final String member;
        private final Map<Helper, String> helpers;
        private final boolean marked;

        Field(StructDef struct, FieldLayout layout) {
            this.struct = struct;
            this.field = layout.field();
            this.member = names.path(struct, layout.data());
            this.helpers = names.struct(struct.fullName()).helpers().getOrDefault(field.name(), Map.of());
            this.marked = Helper.isMarked(field);
        }

        private String call(Helper helper, String arguments) {
            String name = helpers.get(helper);
            if (name == null) {
                throw new IllegalStateException(struct.fullName() + "." + field.name() + " has no " + helper);
            }
            return name + "(" + arguments + ")";
        }

        void print() {
            FieldType type = field.type();
            if (type instanceof FieldType.BoundedRepeated repeated) {
                loop("uint32_t", call(Helper.COUNT, "from"));
                if (repeated.element() instanceof FieldType.MapEntry entry) {
                    put(layout.struct(entry.structName()));
                } else {
                    element(repeated.element(), Helper.ADD);
                }
                line("}");
            } else if (type instanceof FieldType.FixedRepeated repeated) {
                loop("uint32_t", Integer.toString(repeated.count()));
                element(repeated.element(), Helper.SET);
                line("}");
            } else if (type instanceof FieldType.UnboundedRepeated repeated) {
                line("ok(" + call(Helper.ALLOCATE, "to, a, (size_t)" + call(Helper.COUNT, "from")) + ");");
                loop("uint64_t", call(Helper.COUNT, "from"));
                element(repeated.element(), Helper.SET);
                line("}");
            } else {
                singular(type);
            }
        }

        private void loop(String type, String count) {
            line("for (" + type + " i = 0; i < " + count + "; i++) {");
        }

        private void singular(FieldType type) {
            boolean guarded = field.presence() || type instanceof FieldType.MessagePointer;
            if (guarded) {
                line("if (" + call(Helper.HAS, "from") + ") {");
            }
            String held = type.reachedStruct();
            if (type instanceof FieldType.MessagePointer && held != null) {
                String from = marked ? call(Helper.GET, "from") : "from->" + member;
                line(copy(held) + "(" + from + ", " + call(Helper.INIT, "to, a") + ", a);");
            } else if (held != null) {
                String from = marked ? call(Helper.GET, "from") : "&from->" + member;
                String to = marked ? call(Helper.INIT, "to") : "&to->" + member;
                line(copy(held) + "(" + from + ", " + to + ", a);");
            } else if (type instanceof FieldType.UnboundedString || type instanceof FieldType.UnboundedBytes) {
                String view = type instanceof FieldType.UnboundedString ? "p2f_str" : "p2f_bytes";
                line("{ " + view + " v = " + call(Helper.GET, "from") + ";");
                line("ok(" + call(Helper.SET, "to, a, v.data, (size_t)v.size") + "); }");
            } else if (type instanceof FieldType.BoundedString) {
                line("ok(" + call(Helper.SET, "to, " + call(Helper.GET, "from") + ", " + call(Helper.SIZE, "from"))
                        + ");");
            } else if (type instanceof FieldType.BoundedBytes) {
                String from = marked ? call(Helper.GET, "from") : "from->" + member + ".data";
                line("ok(" + call(Helper.SET, "to, " + from + ", " + call(Helper.SIZE, "from")) + ");");
            } else if (type instanceof FieldType.FixedBytes bytes) {
                String from = marked ? call(Helper.GET, "from") : "from->" + member;
                line("ok(" + call(Helper.SET, "to, " + from + ", " + bytes.size()) + ");");
            } else {
                number();
            }
            if (guarded) {
                line("}");
            }
        }

        private void number() {
            if (field.atomic() && !marked) {
                line(call(Helper.STORE, "to, " + call(Helper.LOAD, "from")) + ";");
            } else if (marked) {
                line("(void)" + call(Helper.SET, "to, " + call(Helper.GET, "from")) + ";");
            } else if (helpers.containsKey(Helper.SET)) {
                line("(void)" + call(Helper.SET, "to, from->" + member) + ";");
            } else {
                line("to->" + member + " = from->" + member + ";");
            }
        }

        /** One element, added or set at its index. */
        private void element(FieldType type, Helper write) {
            boolean adds = write == Helper.ADD;
            String at = adds ? "" : "i, ";
            String held = type.inlineStruct();
            if (held != null) {
                String array = field.type() instanceof FieldType.UnboundedRepeated ? member + ".data" : member;
                String to = adds ? call(Helper.ADD, "to") : "&to->" + array + "[i]";
                String from =
                        type instanceof FieldType.MapEntry ? "&from->" + array + "[i]" : call(Helper.GET, "from, i");
                line(copy(held) + "(" + from + ", " + to + ", a);");
            } else if (type instanceof FieldType.UnboundedString || type instanceof FieldType.UnboundedBytes) {
                String view = type instanceof FieldType.UnboundedString ? "p2f_str" : "p2f_bytes";
                line(view + " v = " + call(Helper.GET, "from, i") + ";");
                line("ok(" + call(write, "to, a, " + at + "v.data, (size_t)v.size") + ");");
            } else if (type instanceof FieldType.BoundedString) {
                line("ok("
                        + call(write, "to, " + at + call(Helper.GET, "from, i") + ", " + call(Helper.SIZE, "from, i"))
                        + ");");
            } else if (type instanceof FieldType.BoundedBytes) {
                line("ok("
                        + call(
                                write,
                                "to, " + at + call(Helper.GET, "from, i") + "->data, " + call(Helper.SIZE, "from, i"))
                        + ");");
            } else if (type instanceof FieldType.FixedBytes bytes) {
                line("ok(" + call(write, "to, " + at + call(Helper.GET, "from, i") + ", " + bytes.size()) + ");");
            } else {
                String value = (struct.packed() ? "" : "*") + call(Helper.GET, "from, i");
                line("ok(" + call(write, "to, " + at + value) + ");");
            }
        }

        /** One entry of a map with a bound. */
        private void put(StructLayout entry) {
            FieldLayout key = entry.fields().get(0);
            FieldLayout value = entry.fields().get(1);
            String keyArguments = argument(entry, key);
            FieldType type = value.field().type();
            boolean allocates = isView(key.field().type()) || isView(type);
            String start = allocates ? "to, a, " : "to, ";
            String held = type.reachedStruct();
            if (held == null) {
                line("ok(" + call(Helper.PUT, start + keyArguments + ", " + argument(entry, value)) + ");");
                return;
            }
            String heldType = names.type(layout.schema().struct(held));
            String from = "from->" + member + "[i]." + names.member(entry.struct(), value.data());
            if (type instanceof FieldType.MessagePointer) {
                line(heldType + " *v = NULL;");
                line("if (" + from + " != NULL) {");
                line("v = (" + heldType + " *)a->allocate(a, sizeof(" + heldType + "), P2F_ALIGNOF(" + heldType
                        + "));");
                line("ok(v != NULL); if (v != NULL) { " + copy(held) + "(" + from + ", v, a); } }");
                line("ok(" + call(Helper.PUT, start + keyArguments + ", v") + ");");
            } else {
                line(heldType + " v;");
                line(copy(held) + "(&" + from + ", &v, a);");
                line("ok(" + call(Helper.PUT, start + keyArguments + ", &v") + ");");
            }
        }

        private boolean isView(FieldType type) {
            return type instanceof FieldType.UnboundedString || type instanceof FieldType.UnboundedBytes;
        }

        /** A key or value that is no message, as the arguments of a function. */
        private String argument(StructLayout entry, FieldLayout part) {
            Map<Helper, String> own = names.struct(entry.struct().fullName())
                    .helpers()
                    .getOrDefault(part.field().name(), Map.of());
            String it = "&from->" + member + "[i]";
            String place = "from->" + member + "[i]." + names.member(entry.struct(), part.data());
            FieldType type = part.field().type();
            if (isView(type)) {
                return place + ".data, (size_t)" + place + ".size";
            } else if (type instanceof FieldType.BoundedString) {
                return place + ", " + own.get(Helper.SIZE) + "(" + it + ")";
            } else if (type instanceof FieldType.BoundedBytes) {
                return place + ".data, " + own.get(Helper.SIZE) + "(" + it + ")";
            } else if (type instanceof FieldType.FixedBytes bytes) {
                return place + ", " + bytes.size();
            }
            return place;
        }
    }
}
