package dev.proto2ffi.core.emit.java;

import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;
import java.util.EnumSet;
import java.util.Set;

/** Which helpers a type of field brings with it. */
final class Helpers implements FieldType.Visitor<Set<Helper>> {
    private Helpers() {}

    static Set<Helper> of(FieldDef field) {
        Set<Helper> helpers = field.type().accept(new Helpers());
        if (field.presence()) {
            helpers.add(Helper.HAS);
            helpers.add(Helper.CLEAR);
        }
        if (field.oneof() != null) {
            helpers.add(Helper.HAS);
            helpers.remove(Helper.CLEAR);
        }
        Helper wellKnown = WellKnown.helperOf(field);
        if (wellKnown != null) {
            helpers.add(wellKnown);
        }
        if (field.atomic()) {
            helpers.addAll(atomic(field.type()));
        }
        return helpers;
    }

    private static Set<Helper> atomic(FieldType type) {
        return type instanceof FieldType.EnumValue
                ? EnumSet.of(
                        Helper.ACQUIRE,
                        Helper.RELEASE,
                        Helper.COMPARE_AND_SET,
                        Helper.NUMBER_ACQUIRE,
                        Helper.NUMBER_RELEASE,
                        Helper.COMPARE_AND_SET_NUMBER)
                : EnumSet.of(Helper.ACQUIRE, Helper.RELEASE, Helper.COMPARE_AND_SET, Helper.GET_AND_ADD);
    }

    @Override
    public Set<Helper> scalar(FieldType.Scalar type) {
        return isUnsignedInt(type) ? EnumSet.of(Helper.UNSIGNED) : EnumSet.noneOf(Helper.class);
    }

    /** Whether Java needs a wider type to show the values. For 64 bits there is none, and Long has the methods. */
    static boolean isUnsignedInt(FieldType.Scalar type) {
        return type.scalar().kind() == ScalarType.Kind.UNSIGNED
                && type.storageSize() == Integer.BYTES
                && type.scalar().size() == Integer.BYTES;
    }

    @Override
    public Set<Helper> enumValue(FieldType.EnumValue type) {
        return EnumSet.of(Helper.NUMBER);
    }

    @Override
    public Set<Helper> boundedString(FieldType.BoundedString type) {
        return EnumSet.of(Helper.SIZE, Helper.SEGMENT, Helper.EQUALS);
    }

    @Override
    public Set<Helper> boundedBytes(FieldType.BoundedBytes type) {
        return EnumSet.of(Helper.SIZE, Helper.SEGMENT, Helper.EQUALS);
    }

    @Override
    public Set<Helper> fixedBytes(FieldType.FixedBytes type) {
        return EnumSet.of(Helper.SEGMENT, Helper.EQUALS);
    }

    @Override
    public Set<Helper> inlineMessage(FieldType.InlineMessage type) {
        return EnumSet.of(Helper.INIT);
    }

    @Override
    public Set<Helper> boundedRepeated(FieldType.BoundedRepeated type) {
        Set<Helper> helpers = array(type.element());
        helpers.add(Helper.CLEAR);
        if (!(type.element() instanceof FieldType.MapEntry)) {
            helpers.add(Helper.ADD);
        }
        if (type.element() instanceof FieldType.EnumValue) {
            helpers.add(Helper.ADD_NUMBER);
        }
        return helpers;
    }

    @Override
    public Set<Helper> fixedRepeated(FieldType.FixedRepeated type) {
        return array(type.element());
    }

    @Override
    public Set<Helper> unboundedString(FieldType.UnboundedString type) {
        return EnumSet.of(Helper.SIZE, Helper.SEGMENT, Helper.EQUALS);
    }

    @Override
    public Set<Helper> unboundedBytes(FieldType.UnboundedBytes type) {
        return EnumSet.of(Helper.SIZE, Helper.SEGMENT, Helper.EQUALS);
    }

    @Override
    public Set<Helper> messagePointer(FieldType.MessagePointer type) {
        return EnumSet.of(Helper.HAS, Helper.INIT, Helper.CLEAR);
    }

    @Override
    public Set<Helper> mapEntry(FieldType.MapEntry type) {
        return EnumSet.noneOf(Helper.class);
    }

    @Override
    public Set<Helper> unboundedRepeated(FieldType.UnboundedRepeated type) {
        Set<Helper> helpers = array(type.element());
        helpers.add(Helper.CLEAR);
        helpers.add(Helper.ALLOCATE);
        return helpers;
    }

    private Set<Helper> array(FieldType element) {
        Set<Helper> helpers = element.accept(this);
        helpers.add(Helper.COUNT);
        helpers.add(Helper.SEGMENT);
        if (element instanceof FieldType.Scalar) {
            helpers.add(Helper.TO_ARRAY);
            return helpers;
        }
        if (element.inlineStruct() != null) {
            helpers.remove(Helper.INIT);
            helpers.add(Helper.ARRAY);
        }
        if (!(element instanceof FieldType.MapEntry)) {
            helpers.add(Helper.LIST);
        }
        return helpers;
    }
}
