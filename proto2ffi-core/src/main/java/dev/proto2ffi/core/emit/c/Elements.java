package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.model.FieldType;

/**
 * Where the elements of a repeated or map field are, and the functions that don't depend on what they are. Words: {@code
 * $bound} is how many there are, {@code $array} what has an index behind it.
 */
final class Elements {
    private Elements() {}

    static Scope scope(Scope scope, FieldType type) {
        if (type instanceof FieldType.FixedRepeated repeated) {
            return scope.with("bound", repeated.count() + "u")
                    .with("array", scope.expand("self->$m").strip());
        }
        Scope counted = scope.with("bound", scope.expand("$count(self)").strip());
        return type instanceof FieldType.BoundedRepeated repeated
                ? counted.with("capacity", repeated.maxCount() + "u")
                        .with("array", scope.expand("self->$m").strip())
                : counted.with("array", scope.expand("self->$m.data").strip());
    }

    static String count(Scope scope, FieldType type) {
        return scope.expand(type instanceof FieldType.BoundedRepeated ? """
                        /** Elements of $f in use; never more than there is room for, whatever memory holds. */
                        static inline uint32_t $count(const $T *self) {
                            return self->$used < $capacity ? self->$used : $capacity;
                        }
                        """ : """
                        /** Elements of $f; none where there is no pointer to them. */
                        static inline uint64_t $count(const $T *self) {
                            return self->$m.data == NULL ? 0 : self->$m.size;
                        }
                        """);
    }

    static String clear(Scope scope, FieldType type) {
        return scope.expand(type instanceof FieldType.BoundedRepeated ? """
                        /** Leaves $f without elements. */
                        static inline void $clear($T *self) {
                            self->$used = 0;
                        }
                        """ : """
                        /** Leaves $f without elements; their memory stays with its allocator. */
                        static inline void $clear($T *self) {
                            self->$m.data = NULL;
                            self->$m.size = 0;
                        }
                        """);
    }

    /** Of a span; {@code $init_of_zeroed} gives an element its defaults, and is empty where they are all zero. */
    static String allocate(Scope scope, CTypes element) {
        Scope words = span(scope, element);
        boolean zero = words.expand("$init_of_zeroed").isBlank();
        String loop = zero ? "" : words.expand("""
                        for (size_t index = 0; index < size; index++) {
                            $init_of_zeroed(&self->$m.data[index]);
                        }
                        """);
        return words.with("initialise", loop.stripTrailing())
                .with("defaults", zero ? "all zero" : "with their defaults")
                .expand("""
                        /** Gives $f `size` new elements, $defaults; false, and nothing changed, without memory. */
                        static inline bool $allocate($T *self, p2f_allocator *allocator, size_t size) {
                            void *data;
                            if (!p2f_allocate(allocator, size, sizeof *self->$m.data, P2F_ALIGNOF($element), &data)) {
                                return false;
                            }
                            self->$m.data = ($pointer)data;
                            self->$m.size = size;
                            $initialise
                            return true;
                        }
                        """);
    }

    /** Of a span whose elements can be assigned. */
    static String copy(Scope scope, CTypes element) {
        return span(scope, element).expand("""
                /** Gives $f copies of `size` elements, byte for byte; false, and nothing changed, without memory. */
                static inline bool $copy($T *self, p2f_allocator *allocator, const $element *values, size_t size) {
                    void *data;
                    if (!p2f_allocate(allocator, size, sizeof *self->$m.data, P2F_ALIGNOF($element), &data)) {
                        return false;
                    }
                    p2f_copy(data, values, size * sizeof *self->$m.data);
                    self->$m.data = ($pointer)data;
                    self->$m.size = size;
                    return true;
                }
                """);
    }

    private static Scope span(Scope scope, CTypes element) {
        return scope.with("element", element.base() + element.dimensions()).with("pointer", element.declarePointer(""));
    }
}
