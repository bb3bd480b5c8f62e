package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.StructDef;

/** The functions of a repeated field. */
final class RepeatedHelpers {
    private final StructDef struct;
    private final FieldDef field;
    private final Value value;
    private final CNames names;
    private final Scope scope;

    RepeatedHelpers(StructDef struct, FieldDef field, Value value, Scope scope, CNames names) {
        this.struct = struct;
        this.field = field;
        this.value = value;
        this.names = names;
        this.scope = Elements.scope(scope, field.type())
                .with("alloc", value.allocates() ? ", p2f_allocator *allocator" : "")
                .with("or", value.refusal().isEmpty() ? "" : " || ");
    }

    /** The words for an element. */
    private Scope at(String index) {
        String place = scope.with("index", index).expand("$array[$index]").strip();
        return Value.reading(value.in(scope, place), value.element(), place)
                .with("alas", value.limits().isEmpty() ? "" : ", and for a value " + value.limits());
    }

    String print(Helper helper) {
        return switch (helper) {
            case COUNT -> Elements.count(scope, field.type());
            case GET -> get();
            case SIZE -> size();
            case SET -> set();
            case ADD -> value.refusal().isEmpty() && isMessage() ? addMessage() : add();
            case ALLOCATE -> Elements.allocate(scope, element());
            case COPY -> Elements.copy(scope, element());
            case CLEAR -> Elements.clear(scope, field.type());
            default -> throw new IllegalArgumentException(helper + " of " + field.name());
        };
    }

    private CTypes element() {
        return CTypes.element(struct, field, names);
    }

    private boolean isMessage() {
        return field.type().element() instanceof FieldType.InlineMessage;
    }

    private String init() {
        return names.struct(String.valueOf(field.type().reachedStruct())).init();
    }

    private String get() {
        return at("index").expand("""
                /** Element `index` of $f, $none beyond the last one. */
                static inline $got$get(const $T *self, size_t index) {
                    if (index >= $bound) {
                        return $none;
                    }
                    return $read;
                }
                """);
    }

    private String size() {
        return at("index").expand("""
                /** Bytes in use of element `index` of $f, never more than there are; 0 beyond the last one. */
                static inline uint32_t $size(const $T *self, size_t index) {
                    if (index >= $bound) {
                        return 0;
                    }
                    return $size_of;
                }
                """);
    }

    private String set() {
        return at("index").expand("""
                /** Replaces element `index` of $f; false beyond the last one$alas. */
                static inline bool $set($T *self$alloc, size_t index, $params) {
                    $prelude
                    if (index >= $bound$or$refusal) {
                        return false;
                    }
                    $store
                    return true;
                }
                """);
    }

    private String add() {
        return at(scope.expand("self->$used").strip()).expand("""
                /** Appends to $f; false when it is full$alas. */
                static inline bool $add($T *self$alloc, $params) {
                    $prelude
                    if (self->$used >= $capacity$or$refusal) {
                        return false;
                    }
                    $store
                    self->$used++;
                    return true;
                }
                """);
    }

    private String addMessage() {
        return at("").with("initE", init()).expand("""
                /** Appends an element to $f, its fields with their defaults, and returns it; NULL when $f is full. */
                static inline $E *$add($T *self) {
                    if (self->$used >= $capacity) {
                        return NULL;
                    }
                    $E *element = &$array[self->$used++];
                    $initE(element);
                    return element;
                }
                """);
    }
}
