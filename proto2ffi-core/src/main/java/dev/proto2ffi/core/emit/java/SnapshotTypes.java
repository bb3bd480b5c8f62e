package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.StructDef;

/** The Java types of values in snapshots: objects on the heap that never change. Enums are their numbers. */
final class SnapshotTypes implements FieldType.Visitor<TypeName> {
    private final JavaNames names;
    private final SchemaLayout schema;

    SnapshotTypes(Run run) {
        names = run.names();
        schema = run.schema();
    }

    /** Whether values are enums, or lists or maps of such. */
    static boolean isEnum(FieldType type) {
        FieldType element = type.element() == null ? type : type.element();
        return element instanceof FieldType.EnumValue;
    }

    /** What the component with the numbers of an enum field is called behind the field's name. */
    static String enumSuffix(FieldType type) {
        return type.element() == null ? "Number" : "Numbers";
    }

    @Override
    public TypeName scalar(FieldType.Scalar type) {
        return JavaScalar.of(type).type();
    }

    @Override
    public TypeName enumValue(FieldType.EnumValue type) {
        return type.storageSize() == Long.BYTES ? TypeName.LONG : TypeName.INT;
    }

    @Override
    public TypeName boundedString(FieldType.BoundedString type) {
        return Types.STRING;
    }

    @Override
    public TypeName boundedBytes(FieldType.BoundedBytes type) {
        return Types.BYTES;
    }

    @Override
    public TypeName fixedBytes(FieldType.FixedBytes type) {
        return Types.BYTES;
    }

    @Override
    public TypeName unboundedString(FieldType.UnboundedString type) {
        return Types.STRING;
    }

    @Override
    public TypeName unboundedBytes(FieldType.UnboundedBytes type) {
        return Types.BYTES;
    }

    @Override
    public TypeName inlineMessage(FieldType.InlineMessage type) {
        return names.struct(type.structName()).snapshot().type();
    }

    @Override
    public TypeName messagePointer(FieldType.MessagePointer type) {
        return names.struct(type.structName()).snapshot().type();
    }

    @Override
    public TypeName mapEntry(FieldType.MapEntry type) {
        StructDef entry = schema.struct(type.structName()).struct();
        TypeName key = entry.fields().get(0).type().accept(this).box();
        TypeName value = entry.fields().get(1).type().accept(this).box();
        return ParameterizedTypeName.get(Types.MAP, key, value);
    }

    @Override
    public TypeName boundedRepeated(FieldType.BoundedRepeated type) {
        return repeated(type.element());
    }

    @Override
    public TypeName fixedRepeated(FieldType.FixedRepeated type) {
        return repeated(type.element());
    }

    @Override
    public TypeName unboundedRepeated(FieldType.UnboundedRepeated type) {
        return repeated(type.element());
    }

    private TypeName repeated(FieldType element) {
        TypeName type = element.accept(this);
        return element instanceof FieldType.MapEntry ? type : ParameterizedTypeName.get(Types.LIST, type.box());
    }
}
