package dev.proto2ffi.core.layout;

/** The rules of {@code layout.md}, each of which {@link ReferenceEngine} can break, to see who notices. */
public enum LayoutRule {
    TAIL_PADDING("the size is a multiple of the alignment"),
    MEMBER_PADDING("a member stands at a multiple of its alignment"),
    STRUCT_ALIGNMENT("a struct's alignment is the largest of its parts"),
    EIGHT_BYTES_ALIGNED("8-byte numbers are aligned to 8"),
    TWO_BYTES_ALIGNED("2-byte numbers are aligned to 2"),
    FLOAT_IS_FOUR("a float has 4 bytes"),
    BOOL_IS_ONE("a bool has 1 byte"),
    ENUM_IS_FOUR("an enum has 4 bytes where no option says otherwise"),
    STRING_HAS_ITS_BOUND("a string of max_size N has N bytes, the NUL included"),
    BYTES_SIZE_IS_UINT32("bytes have a uint32_t size"),
    BYTES_ROUNDED("bytes are rounded up to 4"),
    BYTES_ALIGNED("bytes are aligned to 4"),
    FIXED_LENGTH_WITHOUT_SIZE("bytes of fixed_length have no size"),
    COUNT_IS_UINT32("a count is a uint32_t"),
    COUNT_FIRST("a count stands before its array"),
    FIXED_COUNT_WITHOUT_COUNT("a field of fixed_count has no count"),
    ALL_ELEMENTS("an array has room for max_count elements"),
    STRIDE_IS_SIZE("elements follow on each other without room between them"),
    POINTER_IS_EIGHT("a pointer has 8 bytes"),
    POINTER_ALIGNED("a pointer is aligned to 8"),
    SPAN_IS_SIXTEEN("a pointer with a length has 16 bytes"),
    INDIRECT_IS_POINTER("an indirect or recursive message is a pointer"),
    CASE_IS_INT32("a case is an int32_t"),
    CASE_FIRST("a case stands before its union"),
    UNION_HOLDS_LARGEST("a union is as large as the largest of its members"),
    UNION_ROUNDED("a union's size is a multiple of its alignment"),
    UNION_ALIGNMENT("a union's alignment is the largest of its members"),
    UNION_MEMBERS_AT_START("a union's members stand where it begins"),
    ONEOF_AT_FIRST_MEMBER("a oneof stands where its first member stands"),
    PRESENCE_FIRST("the presence words stand first"),
    PRESENCE_IN_WORDS("presence words have 32 bits"),
    PRESENCE_BITS_IN_ORDER("presence bits follow the fields' order"),
    PRESENCE_ALL_BITS("a second presence word is there for the 33rd bit"),
    ENTRY_KEY_FIRST("a map entry is the key, then the value"),
    ENTRY_PADDED("a map entry is padded as any struct"),
    EMPTY_IS_ONE("an empty message has 1 byte"),
    PACKED("a packed struct has no padding"),
    PACKED_BYTES("bytes in a packed struct are packed too"),
    PACKED_UNION("a union in a packed struct is packed too"),
    PACKED_ENTRY("a map entry of a packed struct is packed too"),
    FIELD_ALIGN("the align of a field holds"),
    FIELD_ALIGN_RAISES_STRUCT("the align of a field raises that of the struct"),
    MESSAGE_ALIGN("the align of a message holds"),
    INT_SIZE("the int_size of an integer field holds"),
    FIELD_ENUM_INT_SIZE("the int_size of an enum field holds"),
    ENUM_INT_SIZE("the int_size of an enum holds"),
    DECLARATION_ORDER("members stand in declaration order"),
    SMALLEST_BY_ALIGNMENT("SMALLEST sorts by falling alignment"),
    SMALLEST_TIES("SMALLEST keeps declaration order among equals"),
    SMALLEST_FILLS_GAP("SMALLEST fills the gap after the presence words"),
    SMALLEST_NEVER_LARGER("SMALLEST is never larger than DECLARATION");

    private final String text;

    LayoutRule(String text) {
        this.text = text;
    }

    /** What holds where the rule isn't broken. */
    public String text() {
        return text;
    }
}
