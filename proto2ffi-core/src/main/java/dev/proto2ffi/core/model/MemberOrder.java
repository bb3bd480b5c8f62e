package dev.proto2ffi.core.model;

/** How the members of a struct are ordered. */
public enum MemberOrder {
    /** As the fields are declared. */
    DECLARATION,
    /** By falling alignment, then declaration: never larger than {@link #DECLARATION}. */
    SMALLEST
}
