package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;

/** The inline functions of one field, chosen by its type: those that {@link Helper#of} names. */
record FieldHelpers(FieldDef field, StructNames own, CNames names, Scope scope) implements FieldType.Visitor<String> {
    /** Functions with empty lines between them; empty for a plain member. */
    static String print(StructLayout struct, FieldLayout layout, CNames names) {
        if (struct.struct().packed()
                || layout.field().oneof() != null
                || (layout.field().type().element() != null
                        && layout.field().type().hasPointer())
                || layout.field().type().element() instanceof FieldType.MapEntry) {
            return "";
        }
        StructNames own = names.struct(struct.struct().fullName());
        Scope scope = FieldScope.of(struct, layout, names);
        return layout.field().type().accept(new FieldHelpers(layout.field(), own, names, scope));
    }

    @Override
    public String scalar(FieldType.Scalar type) {
        return field.presence()
                ? ScalarHelpers.singular(scope.with("E", CTypes.scalar(type.scalar(), type.storageSize()))
                        .with("default", DefaultText.scalar(field, type.scalar()))
                        .with("zero", DefaultText.zero(type.scalar())))
                : "";
    }

    @Override
    public String enumValue(FieldType.EnumValue type) {
        return field.presence()
                ? ScalarHelpers.singular(scope.with("E", enumType(type, names))
                        .with("default", DefaultText.enumeration(field, type.definition(), names))
                        .with("zero", "0"))
                : "";
    }

    @Override
    public String boundedString(FieldType.BoundedString type) {
        return StringHelpers.singular(scope.with("room", type.maxSize() - 1), field);
    }

    @Override
    public String boundedBytes(FieldType.BoundedBytes type) {
        return BytesHelpers.singular(scope.with("room", type.maxSize()), field);
    }

    @Override
    public String fixedBytes(FieldType.FixedBytes type) {
        return FixedBytesHelpers.singular(scope.with("room", type.size()), field);
    }

    @Override
    public String inlineMessage(FieldType.InlineMessage type) {
        return field.presence() ? MessageHelpers.singular(message(scope, type)) : "";
    }

    @Override
    public String boundedRepeated(FieldType.BoundedRepeated type) {
        Scope repeated = scope.with("capacity", type.maxCount() + "u");
        repeated = repeated.with("bound", repeated.expand("$count(self)").strip());
        return RepeatedHelpers.bounded(repeated) + type.element().accept(new ForElement(this, repeated, true));
    }

    @Override
    public String fixedRepeated(FieldType.FixedRepeated type) {
        Scope repeated = scope.with("bound", type.count() + "u");
        return type.element().accept(new ForElement(this, repeated, false));
    }

    @Override
    public String unboundedString(FieldType.UnboundedString type) {
        return "";
    }

    @Override
    public String unboundedBytes(FieldType.UnboundedBytes type) {
        return "";
    }

    @Override
    public String messagePointer(FieldType.MessagePointer type) {
        return "";
    }

    @Override
    public String mapEntry(FieldType.MapEntry type) {
        return "";
    }

    @Override
    public String unboundedRepeated(FieldType.UnboundedRepeated type) {
        return "";
    }

    private static String enumType(FieldType.EnumValue type, CNames names) {
        return type.isPlainInteger() ? CTypes.integer(type.storageSize()) : names.type(type.definition());
    }

    private Scope message(Scope in, FieldType.InlineMessage type) {
        StructNames target = names.struct(type.structName());
        return in.with("E", target.type()).with("initE", target.init());
    }

    /** The functions of a repeated field that depend on its elements. */
    private record ForElement(FieldHelpers of, Scope scope, boolean grows) implements FieldType.Visitor<String> {
        @Override
        public String scalar(FieldType.Scalar type) {
            return ScalarHelpers.element(scope.with("E", CTypes.scalar(type.scalar(), type.storageSize())), grows);
        }

        @Override
        public String enumValue(FieldType.EnumValue type) {
            return ScalarHelpers.element(scope.with("E", enumType(type, of.names())), grows);
        }

        @Override
        public String boundedString(FieldType.BoundedString type) {
            return StringHelpers.element(scope.with("room", type.maxSize() - 1), grows);
        }

        @Override
        public String boundedBytes(FieldType.BoundedBytes type) {
            String bytesType =
                    of.own().types().bytesTypes().getOrDefault(of.field().name(), "");
            return BytesHelpers.element(scope.with("room", type.maxSize()).with("E", bytesType), grows);
        }

        @Override
        public String fixedBytes(FieldType.FixedBytes type) {
            return FixedBytesHelpers.element(scope.with("room", type.size()), grows);
        }

        @Override
        public String inlineMessage(FieldType.InlineMessage type) {
            return MessageHelpers.element(of.message(scope, type), grows);
        }

        @Override
        public String boundedRepeated(FieldType.BoundedRepeated type) {
            throw nested();
        }

        @Override
        public String fixedRepeated(FieldType.FixedRepeated type) {
            throw nested();
        }

        @Override
        public String unboundedString(FieldType.UnboundedString type) {
            return "";
        }

        @Override
        public String unboundedBytes(FieldType.UnboundedBytes type) {
            return "";
        }

        @Override
        public String messagePointer(FieldType.MessagePointer type) {
            return "";
        }

        @Override
        public String mapEntry(FieldType.MapEntry type) {
            return "";
        }

        @Override
        public String unboundedRepeated(FieldType.UnboundedRepeated type) {
            return "";
        }

        private IllegalStateException nested() {
            return new IllegalStateException(of.field().name() + ": an element is never repeated itself");
        }
    }
}
