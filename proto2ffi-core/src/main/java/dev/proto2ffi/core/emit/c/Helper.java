package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import java.util.EnumSet;
import java.util.Set;

/**
 * An inline function that a header offers for a field, in the order in which it does. Names of functions and their text
 * both follow from {@link #of}, so that none is named but not printed, or the other way round.
 */
enum Helper {
    /** Number of elements, never more than there is room for. */
    COUNT("%s_count"),
    HAS("has_%s"),
    /** The entry of a map's key. */
    FIND("find_%s"),
    GET("get_%s"),
    /** Bytes in use of a string or bytes, never more than there is room for. */
    SIZE("%s_size"),
    SET("set_%s"),
    /** Has a string or bytes lie where the caller keeps it. */
    BORROW("borrow_%s"),
    /** Makes a message present and gives it its defaults. */
    INIT("init_%s"),
    ADD("add_%s"),
    PUT("put_%s"),
    REMOVE("remove_%s"),
    /** Gives a span new elements. */
    ALLOCATE("allocate_%s"),
    /** Gives a span copies of elements. */
    COPY("copy_%s"),
    CLEAR("clear_%s"),
    LOAD("load_%s"),
    STORE("store_%s"),
    COMPARE_EXCHANGE("compare_exchange_%s"),
    FETCH_ADD("fetch_add_%s");

    private final String pattern;

    Helper(String pattern) {
        this.pattern = pattern;
    }

    /** The function's name without the struct's. */
    String localName(String field) {
        return pattern.replace("%s", field);
    }

    /** The helpers of a field. */
    static Set<Helper> of(FieldDef field) {
        FieldType element = field.type().element();
        if (element instanceof FieldType.MapEntry) {
            return field.type() instanceof FieldType.UnboundedRepeated
                    ? EnumSet.of(COUNT, FIND, GET, ALLOCATE, CLEAR)
                    : EnumSet.of(COUNT, FIND, GET, PUT, REMOVE, CLEAR);
        }
        Set<Helper> helpers = element == null ? singular(field) : repeated(field.type(), element);
        if (field.atomic()) {
            helpers.addAll(EnumSet.of(LOAD, STORE, COMPARE_EXCHANGE));
            if (field.type() instanceof FieldType.Scalar) {
                helpers.add(FETCH_ADD);
            }
        }
        return helpers;
    }

    private static Set<Helper> repeated(FieldType type, FieldType element) {
        Set<Helper> helpers = EnumSet.of(GET, SET);
        if (element instanceof FieldType.BoundedString || element instanceof FieldType.BoundedBytes) {
            helpers.add(SIZE);
        }
        if (type instanceof FieldType.BoundedRepeated) {
            helpers.addAll(EnumSet.of(COUNT, ADD, CLEAR));
        } else if (type instanceof FieldType.UnboundedRepeated) {
            helpers.addAll(EnumSet.of(COUNT, ALLOCATE, CLEAR));
            if (element instanceof FieldType.Scalar
                    || element instanceof FieldType.EnumValue
                    || element instanceof FieldType.InlineMessage) {
                helpers.add(COPY);
            }
        }
        return helpers;
    }

    /** Whether a bit or a case tells if a field is set: then only functions can set it. */
    static boolean isMarked(FieldDef field) {
        return field.presence() || field.oneof() != null;
    }

    /** Plain members need few helpers; those that have a mark need the whole set. */
    private static Set<Helper> singular(FieldDef field) {
        FieldType type = field.type();
        boolean pointer = type instanceof FieldType.MessagePointer;
        boolean view = type instanceof FieldType.UnboundedString || type instanceof FieldType.UnboundedBytes;
        boolean bounded = type instanceof FieldType.BoundedString || type instanceof FieldType.BoundedBytes;
        Set<Helper> helpers = EnumSet.noneOf(Helper.class);
        if (isMarked(field)) {
            helpers.addAll(EnumSet.of(HAS, GET, SET, CLEAR));
        }
        if (bounded) {
            helpers.addAll(EnumSet.of(SET, SIZE));
        }
        if (view || type instanceof FieldType.BoundedString) {
            helpers.addAll(EnumSet.of(GET, SET));
        }
        if (type instanceof FieldType.FixedBytes || isNarrow(type)) {
            helpers.add(SET);
        }
        if (view && isMarked(field)) {
            helpers.add(BORROW);
        }
        if (pointer || (type instanceof FieldType.InlineMessage && isMarked(field))) {
            helpers.add(INIT);
        }
        if (pointer) {
            helpers.add(HAS);
        }
        return helpers;
    }

    /** Whether storage can't hold every value of the type. */
    private static boolean isNarrow(FieldType type) {
        if (type instanceof FieldType.Scalar scalar) {
            return scalar.storageSize() < scalar.scalar().size();
        }
        return type instanceof FieldType.EnumValue value
                && value.storageSize() < value.definition().storageSize();
    }
}
