package dev.proto2ffi.core.emit.java;

/** The methods that a field has beside its accessor, and how they are named unless the schema took the name. */
enum Helper {
    HAS("has", ""),
    CLEAR("clear", ""),
    INIT("init", ""),
    ADD("add", ""),
    COUNT("", "Count"),
    SIZE("", "Size"),
    SEGMENT("", "Segment"),
    EQUALS("", "Equals"),
    UNSIGNED("", "Unsigned"),
    NUMBER("", "Number"),
    ADD_NUMBER("add", "Number"),
    TO_ARRAY("", "ToArray"),
    LIST("", "List"),
    ARRAY("", "Array"),
    ALLOCATE("allocate", ""),
    INSTANT("", "Instant"),
    DURATION("", "Duration"),
    OR_NULL("", "OrNull"),
    ACQUIRE("", "Acquire"),
    RELEASE("", "Release"),
    COMPARE_AND_SET("compareAndSet", ""),
    GET_AND_ADD("getAndAdd", ""),
    NUMBER_ACQUIRE("", "NumberAcquire"),
    NUMBER_RELEASE("", "NumberRelease"),
    COMPARE_AND_SET_NUMBER("compareAndSet", "Number");

    private final String prefix;
    private final String suffix;

    Helper(String prefix, String suffix) {
        this.prefix = prefix;
        this.suffix = suffix;
    }

    /** The name for a field whose accessor is named so. */
    String nameFor(String accessor) {
        return prefix.isEmpty() ? accessor + suffix : prefix + Identifiers.upperFirst(accessor) + suffix;
    }
}
