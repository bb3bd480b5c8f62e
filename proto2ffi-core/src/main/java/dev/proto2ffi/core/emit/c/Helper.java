package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import java.util.EnumSet;
import java.util.Set;

/**
 * An inline function that a header offers for a field. Names of functions and their text both follow from
 * {@link #of}, so that none is named but not printed, or the other way round.
 */
enum Helper {
    HAS("has_%s"),
    GET("get_%s"),
    SET("set_%s"),
    CLEAR("clear_%s"),
    /** Makes a message present and gives it its defaults. */
    INIT("init_%s"),
    ADD("add_%s"),
    /** Number of elements, never more than there is room for. */
    COUNT("%s_count"),
    /** Bytes in use of a string or bytes, never more than there is room for. */
    SIZE("%s_size");

    private final String pattern;

    Helper(String pattern) {
        this.pattern = pattern;
    }

    /** The function's name without the struct's. */
    String localName(String field) {
        return pattern.replace("%s", field);
    }

    /** The helpers of a field, in the order in which the header has them. */
    static Set<Helper> of(FieldDef field) {
        return field.oneof() != null
                ? EnumSet.noneOf(Helper.class)
                : field.type().accept(new ForType(field.presence()));
    }

    private record ForType(boolean presence) implements FieldType.Visitor<Set<Helper>> {
        /** A plain member needs no helper; one with a presence bit has the whole set. */
        private Set<Helper> plain() {
            return presence ? EnumSet.of(HAS, GET, SET, CLEAR) : EnumSet.noneOf(Helper.class);
        }

        private Set<Helper> sized() {
            return presence ? EnumSet.of(HAS, GET, SET, CLEAR, SIZE) : EnumSet.of(SET, SIZE);
        }

        @Override
        public Set<Helper> scalar(FieldType.Scalar type) {
            return plain();
        }

        @Override
        public Set<Helper> enumValue(FieldType.EnumValue type) {
            return plain();
        }

        @Override
        public Set<Helper> boundedString(FieldType.BoundedString type) {
            return sized();
        }

        @Override
        public Set<Helper> boundedBytes(FieldType.BoundedBytes type) {
            return sized();
        }

        @Override
        public Set<Helper> fixedBytes(FieldType.FixedBytes type) {
            return presence ? plain() : EnumSet.of(SET);
        }

        @Override
        public Set<Helper> inlineMessage(FieldType.InlineMessage type) {
            return presence ? EnumSet.of(HAS, GET, SET, CLEAR, INIT) : EnumSet.noneOf(Helper.class);
        }

        @Override
        public Set<Helper> boundedRepeated(FieldType.BoundedRepeated type) {
            Set<Helper> helpers = EnumSet.of(COUNT, GET, SET, ADD, CLEAR);
            helpers.addAll(element(type.element()));
            return helpers;
        }

        @Override
        public Set<Helper> fixedRepeated(FieldType.FixedRepeated type) {
            Set<Helper> helpers = EnumSet.of(GET, SET);
            helpers.addAll(element(type.element()));
            return helpers;
        }

        @Override
        public Set<Helper> unboundedString(FieldType.UnboundedString type) {
            return EnumSet.noneOf(Helper.class);
        }

        @Override
        public Set<Helper> unboundedBytes(FieldType.UnboundedBytes type) {
            return EnumSet.noneOf(Helper.class);
        }

        @Override
        public Set<Helper> messagePointer(FieldType.MessagePointer type) {
            return EnumSet.noneOf(Helper.class);
        }

        @Override
        public Set<Helper> mapEntry(FieldType.MapEntry type) {
            return EnumSet.noneOf(Helper.class);
        }

        @Override
        public Set<Helper> unboundedRepeated(FieldType.UnboundedRepeated type) {
            return EnumSet.noneOf(Helper.class);
        }

        private static Set<Helper> element(FieldType element) {
            boolean sized = element instanceof FieldType.BoundedString || element instanceof FieldType.BoundedBytes;
            return sized ? EnumSet.of(SIZE) : EnumSet.noneOf(Helper.class);
        }
    }
}
