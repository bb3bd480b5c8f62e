package dev.proto2ffi.core.emit.java;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.EnumValueDef;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.model.StructDef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Java class {@code Fill} that sets every field of the structs of a schema to random values, through the generated
 * accessors; {@code Values.java} among the resources makes the values.
 */
public final class JavaFill {
    private final SchemaLayout layout;
    private final JavaNames names;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private JavaFill(SchemaLayout layout) {
        this.layout = layout;
        this.names = NamingPass.settle(layout.schema(), new Diagnostics());
        for (StructLayout struct : layout.structs()) {
            indexes.put(struct.struct().fullName(), indexes.size());
        }
    }

    /** The text of the class; structs go by their index in the layout. */
    public static String of(SchemaLayout layout) {
        return new JavaFill(layout).print();
    }

    private String print() {
        line("import java.lang.foreign.SegmentAllocator;");
        line("@SuppressWarnings({\"deprecation\", \"cast\"}) final class Fill {");
        line("static final int STRUCTS = " + indexes.size() + ";");
        line("static dev.proto2ffi.runtime.StructType<?> type(int index) { switch (index) {");
        for (StructLayout struct : layout.structs()) {
            line("case " + index(struct.struct()) + ": return " + type(struct.struct()) + ".TYPE;");
        }
        line("default: throw new AssertionError(); } }");
        line("static void fill(int index, Object struct, Values r, SegmentAllocator a) { switch (index) {");
        for (StructLayout struct : layout.structs()) {
            line("case " + index(struct.struct()) + ": " + fill(struct.struct()) + "((" + type(struct.struct())
                    + ") struct, r, a, 0); break;");
        }
        line("default: throw new AssertionError(); } }");
        line("static boolean equal(int index, Object one, Object other) { switch (index) {");
        for (StructLayout struct : layout.structs()) {
            String type = type(struct.struct());
            line("case " + index(struct.struct()) + ": return ((" + type + ") one).contentEquals((" + type
                    + ") other);");
        }
        line("default: throw new AssertionError(); } }");
        layout.structs().forEach(struct -> struct(struct.struct()));
        line("}");
        return out.toString();
    }

    private int index(StructDef struct) {
        return indexes.getOrDefault(struct.fullName(), -1);
    }

    private String fill(StructDef struct) {
        return "fill" + index(struct);
    }

    private String fill(String struct) {
        return fill(layout.schema().struct(struct));
    }

    private String type(StructDef struct) {
        return names.struct(struct.fullName()).type().canonicalName();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void struct(StructDef struct) {
        line("static void " + fill(struct) + "(" + type(struct) + " s, Values r, SegmentAllocator a, int depth) {");
        for (FieldDef field : struct.fields()) {
            FieldNames own = names.struct(struct.fullName()).fields().get(field.name());
            if (own == null) {
                throw new IllegalStateException(struct.fullName() + "." + field.name());
            }
            Field lines = new Field(struct, field, own);
            if (field.oneof() != null) {
                // In declaration order: which one stays is as random as can be.
                line("if (r.chance("
                        + (100 / struct.membersOf(oneof(struct, field)).size()) + ")) {");
            } else {
                line("if (" + (field.presence() ? "r.chance(60)" : "true") + ") {");
            }
            lines.print();
            line("}");
        }
        line("}");
    }

    private static dev.proto2ffi.core.model.OneofDef oneof(StructDef struct, FieldDef field) {
        return struct.oneofs().stream()
                .filter(oneof -> oneof.name().equals(field.oneof()))
                .findFirst()
                .orElseThrow();
    }

    /** The lines of one field. */
    private final class Field {
        private final StructDef struct;
        private final FieldDef field;
        private final FieldNames own;
        private final String set;

        Field(StructDef struct, FieldDef field, FieldNames own) {
            this.struct = struct;
            this.field = field;
            this.own = own;
            this.set = "s." + own.accessor() + "(";
        }

        private String call(Helper helper) {
            return "s." + own.helper(helper) + "(";
        }

        void print() {
            FieldType type = field.type();
            if (type instanceof FieldType.BoundedRepeated repeated) {
                loop("r.between(0, " + repeated.maxCount() + ")");
                if (repeated.element() instanceof FieldType.MapEntry entry) {
                    put(layout.struct(entry.structName()));
                } else {
                    add(repeated.element());
                }
                line("}");
            } else if (type instanceof FieldType.FixedRepeated repeated) {
                loop(Integer.toString(repeated.count()));
                setAt(repeated.element(), "s." + own.accessor() + "(i)");
                line("}");
            } else if (type instanceof FieldType.UnboundedRepeated repeated) {
                line("int n = depth < 3 ? r.between(0, 3) : 0;");
                boolean struct = repeated.element().inlineStruct() != null;
                line((struct ? "var elements = " : "") + call(Helper.ALLOCATE) + "a, n);");
                loop("n");
                setAt(repeated.element(), "elements.get(i)");
                line("}");
            } else {
                singular(type);
            }
        }

        private void loop(String count) {
            line("for (int i = 0, end = " + count + "; i < end; i++) {");
        }

        private void singular(FieldType type) {
            String held = type.reachedStruct();
            if (type instanceof FieldType.MessagePointer && held != null) {
                line("if (depth < 3 && r.chance(60)) { " + fill(held) + "(" + call(Helper.INIT)
                        + "a), r, a, depth + 1); }");
            } else if (held != null) {
                boolean marked = field.presence() || field.oneof() != null;
                line(fill(held) + "(" + (marked ? call(Helper.INIT) : set) + "), r, a, depth + 1);");
            } else if (type instanceof FieldType.EnumValue) {
                line(call(Helper.NUMBER) + value(type) + ");");
            } else {
                line(set + allocator(type) + value(type) + ");");
            }
        }

        private void add(FieldType type) {
            String held = type.inlineStruct();
            if (held != null) {
                line(fill(held) + "(" + call(Helper.ADD) + "), r, a, depth + 1);");
            } else if (type instanceof FieldType.EnumValue) {
                line(call(Helper.ADD_NUMBER) + value(type) + ");");
            } else {
                line(call(Helper.ADD) + allocator(type) + value(type) + ");");
            }
        }

        private void setAt(FieldType type, String element) {
            String held = type.inlineStruct();
            if (held != null) {
                line(fill(held) + "(" + element + ", r, a, depth + 1);");
            } else if (type instanceof FieldType.EnumValue) {
                line(call(Helper.NUMBER) + "i, " + value(type) + ");");
            } else {
                line(set + allocator(type) + "i, " + value(type) + ");");
            }
        }

        private void put(StructLayout entry) {
            FieldType key = entry.fields().get(0).field().type();
            FieldType value = entry.fields().get(1).field().type();
            String held = value.reachedStruct();
            boolean allocates = key.hasPointer() || value.hasPointer();
            String start = "s." + own.accessor() + "().";
            String arguments = (allocates ? "a, " : "") + value(key);
            if (held != null) {
                line(fill(held) + "(" + start + "put(" + arguments + "), r, a, depth + 1);");
            } else if (value instanceof FieldType.EnumValue) {
                line(start + "putNumber(" + arguments + ", " + value(value) + ");");
            } else {
                line(start + "put(" + arguments + ", " + value(value) + ");");
            }
        }

        private String allocator(FieldType type) {
            return type.hasPointer() ? "a, " : "";
        }

        private String value(FieldType type) {
            if (type instanceof FieldType.Scalar scalar) {
                return number(scalar);
            } else if (type instanceof FieldType.EnumValue value) {
                List<EnumValueDef> values = value.definition().values();
                String number = "r.of("
                        + values.stream()
                                .map(next -> Integer.toString(next.number()))
                                .collect(Collectors.joining(", ")) + ")";
                return number;
            } else if (type instanceof FieldType.BoundedString text) {
                return "r.text(" + (text.maxSize() - 1) + ")";
            } else if (type instanceof FieldType.UnboundedString) {
                return "r.text(40)";
            } else if (type instanceof FieldType.BoundedBytes bytes) {
                return "r.bytes(r.between(0, " + bytes.maxSize() + "))";
            } else if (type instanceof FieldType.FixedBytes bytes) {
                return "r.bytes(" + bytes.size() + ")";
            } else if (type instanceof FieldType.UnboundedBytes) {
                return "r.bytes(r.between(0, 40))";
            }
            throw new IllegalStateException(struct.fullName() + "." + field.name() + ": " + type);
        }

        private String number(FieldType.Scalar type) {
            ScalarType scalar = type.scalar();
            int bits = Math.min(scalar.size(), type.storageSize()) * Byte.SIZE;
            String cast = Math.max(scalar.size(), type.storageSize()) == Long.BYTES ? "" : "(int) ";
            return switch (scalar.kind()) {
                case SIGNED -> cast + "r.signed(" + bits + ")";
                case UNSIGNED -> cast + "r.unsigned(" + bits + ")";
                case FLOATING -> scalar == ScalarType.DOUBLE ? "r.real()" : "(float) r.real()";
                case BOOL -> "r.chance(50)";
            };
        }
    }
}
