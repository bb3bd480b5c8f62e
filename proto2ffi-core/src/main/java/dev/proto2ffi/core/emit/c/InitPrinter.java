package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.DefaultValue;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import java.util.HashSet;
import java.util.Set;

/**
 * The function that initialises a struct: all bytes zero, then the defaults of fields without presence. A field with
 * presence has its default while its bit is clear, so its storage stays zero.
 */
final class InitPrinter {
    private final CNames names;

    /** Full names of the structs that are not all zero when initialised. */
    private final Set<String> withDefaults = new HashSet<>();

    InitPrinter(SchemaLayout layout, CNames names) {
        this.names = names;
        // Inner structs come first, so that one look at each is enough.
        for (StructLayout struct : layout.structs()) {
            if (struct.struct().fields().stream().anyMatch(this::hasDefault)) {
                withDefaults.add(struct.struct().fullName());
            }
        }
    }

    /** The function that initialises a struct whose bytes are all zero; empty where zero is what it writes. */
    String initOfZeroed(String struct) {
        return withDefaults.contains(struct) ? names.struct(struct).init() : "";
    }

    private boolean hasDefault(FieldDef field) {
        if (field.presence() || field.oneof() != null) {
            return false;
        }
        FieldType type = field.type() instanceof FieldType.FixedRepeated repeated ? repeated.element() : field.type();
        if (type instanceof FieldType.InlineMessage message) {
            return withDefaults.contains(message.structName());
        }
        return field.defaultValue() != null;
    }

    String print(StructLayout struct) {
        StructNames own = names.struct(struct.struct().fullName());
        StringBuilder defaults = new StringBuilder();
        for (FieldLayout field : struct.fields()) {
            if (hasDefault(field.field())) {
                Scope scope = Scope.EMPTY.with("m", names.member(struct.struct(), field.data()));
                defaults.append(field.field().type().accept(new Assignment(field.field(), scope, names)));
            }
        }
        return Scope.EMPTY
                .with("T", own.type())
                .with("init", own.init())
                .with("defaults", defaults.toString().stripTrailing())
                .expand("""
                        /** Gives all fields their defaults; every other byte is zero. */
                        static inline void $init($T *self) {
                            p2f_zero(self, sizeof *self);
                            $defaults
                        }

                        """);
    }

    /** The statements that give one field its default. */
    private record Assignment(FieldDef field, Scope scope, CNames names) implements FieldType.Visitor<String> {
        @Override
        public String scalar(FieldType.Scalar type) {
            return scope.with("default", DefaultText.scalar(field, type.scalar()))
                    .expand("self->$m = $default;");
        }

        @Override
        public String enumValue(FieldType.EnumValue type) {
            return scope.with("default", DefaultText.enumeration(field, type.definition(), names))
                    .expand("self->$m = $default;");
        }

        @Override
        public String boundedString(FieldType.BoundedString type) {
            return scope.with("default", DefaultText.string(field))
                    .with("size", DefaultText.size(field) + 1)
                    .expand("""
                            {
                                static const char fallback[$size] = $default;
                                p2f_copy(self->$m, fallback, sizeof fallback);
                            }
                            """);
        }

        @Override
        public String boundedBytes(FieldType.BoundedBytes type) {
            int size = DefaultText.size(field);
            return bytes("self->$m.data", size) + scope.with("size", size).expand("self->$m.size = $size;");
        }

        @Override
        public String fixedBytes(FieldType.FixedBytes type) {
            return bytes("self->$m", DefaultText.size(field));
        }

        private String bytes(String target, int size) {
            DefaultValue value = field.defaultValue();
            return size == 0 || value == null
                    ? ""
                    : scope.with("default", CLiterals.bytes(DefaultText.bytes(field)))
                            .with("size", size)
                            .with("target", scope.expand(target).strip())
                            .expand("""
                                    {
                                        static const uint8_t fallback[$size] = $default;
                                        p2f_copy($target, fallback, sizeof fallback);
                                    }
                                    """);
        }

        @Override
        public String inlineMessage(FieldType.InlineMessage type) {
            return scope.with("initM", names.struct(type.structName()).init()).expand("$initM(&self->$m);");
        }

        /** Begins empty; {@code add} initialises what it appends. */
        @Override
        public String boundedRepeated(FieldType.BoundedRepeated type) {
            return "";
        }

        /** Only messages have defaults as elements. */
        @Override
        public String fixedRepeated(FieldType.FixedRepeated type) {
            return type.element() instanceof FieldType.InlineMessage message
                    ? scope.with("initM", names.struct(message.structName()).init())
                            .with("count", type.count() + "u")
                            .expand("""
                                    for (size_t index = 0; index < $count; index++) {
                                        $initM(&self->$m[index]);
                                    }
                                    """)
                    : "";
        }

        @Override
        public String unboundedString(FieldType.UnboundedString type) {
            return scope.with("default", DefaultText.string(field))
                    .with("size", DefaultText.size(field))
                    .expand("""
                            {
                                static const char fallback[] = $default;
                                self->$m.data = fallback;
                                self->$m.size = $size;
                            }
                            """);
        }

        @Override
        public String unboundedBytes(FieldType.UnboundedBytes type) {
            return scope.with("default", CLiterals.bytes(DefaultText.bytes(field)))
                    .with("size", DefaultText.size(field))
                    .expand("""
                            {
                                static const uint8_t fallback[] = $default;
                                self->$m.data = fallback;
                                self->$m.size = $size;
                            }
                            """);
        }

        /** Begins absent. */
        @Override
        public String messagePointer(FieldType.MessagePointer type) {
            return "";
        }

        @Override
        public String mapEntry(FieldType.MapEntry type) {
            throw new IllegalStateException("a map entry is no field by itself");
        }

        /** Begins empty. */
        @Override
        public String unboundedRepeated(FieldType.UnboundedRepeated type) {
            return "";
        }
    }
}
