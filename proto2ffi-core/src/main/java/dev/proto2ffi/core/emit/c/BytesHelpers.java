package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.model.FieldDef;

/** Bounded bytes. {@code $room} is their capacity, {@code $E}, for elements, their struct. */
final class BytesHelpers {
    private BytesHelpers() {}

    static String singular(Scope scope, FieldDef field) {
        return field.presence()
                ? PresenceHelpers.has(scope) + get(scope, field) + set(scope) + clear(scope)
                : set(scope) + size(scope);
    }

    /** C has no arrays without elements: an empty default is one byte that nobody reads. */
    private static String get(Scope scope, FieldDef field) {
        int size = DefaultText.size(field);
        return scope.with("default", size == 0 ? "{0}" : CLiterals.bytes(DefaultText.bytes(field)))
                .with("size_of_default", size)
                .expand("""
                        /** The bytes of $f, or of its default when it isn't set; $size(self) is their number. */
                        static inline const uint8_t *$get(const $T *self) {
                            static const uint8_t fallback[] = $default;
                            return $marked ? self->$m.data : fallback;
                        }

                        /** Number of bytes of $get(self), never more than there are, whatever memory holds. */
                        static inline uint32_t $size(const $T *self) {
                            if (!($marked)) {
                                return $size_of_default;
                            }
                            return self->$m.size < $room ? self->$m.size : $room;
                        }

                        """);
    }

    private static String set(Scope scope) {
        return scope.expand("""
                /** Copies `size` bytes into $f; false, and nothing changed, when they are more than $room. */
                static inline bool $set($T *self, const void *data, size_t size) {
                    if (size > $room) {
                        return false;
                    }
                    p2f_copy(self->$m.data, data, size);
                    self->$m.size = (uint32_t)size;
                    $mark
                    return true;
                }

                """);
    }

    private static String clear(Scope scope) {
        return scope.expand("""
                static inline void $clear($T *self) {
                    self->$m.size = 0;
                    $unmark
                }

                """);
    }

    private static String size(Scope scope) {
        return scope.expand("""
                /** Bytes of $f in use, never more than $room, whatever memory holds. */
                static inline uint32_t $size(const $T *self) {
                    return self->$m.size < $room ? self->$m.size : $room;
                }

                """);
    }

    static String element(Scope scope, boolean grows) {
        String text = scope.expand("""
                /** Element `index` of $f, NULL beyond the last one. */
                static inline const $E *$get(const $T *self, size_t index) {
                    return index < $bound ? &self->$m[index] : NULL;
                }

                /** Bytes in use of element `index` of $f, never more than $room; 0 beyond the last one. */
                static inline uint32_t $size(const $T *self, size_t index) {
                    if (index >= $bound) {
                        return 0;
                    }
                    return self->$m[index].size < $room ? self->$m[index].size : $room;
                }

                /** Replaces element `index` of $f; false beyond the last one and for more than $room bytes. */
                static inline bool $set($T *self, size_t index, const void *data, size_t size) {
                    if (index >= $bound || size > $room) {
                        return false;
                    }
                    p2f_copy(self->$m[index].data, data, size);
                    self->$m[index].size = (uint32_t)size;
                    return true;
                }

                """);
        return grows ? text + add(scope) : text;
    }

    private static String add(Scope scope) {
        return scope.expand("""
                /** Appends to $f; false when it is full and for more than $room bytes. */
                static inline bool $add($T *self, const void *data, size_t size) {
                    if (self->$used >= $capacity || size > $room) {
                        return false;
                    }
                    $E *element = &self->$m[self->$used++];
                    p2f_copy(element->data, data, size);
                    element->size = (uint32_t)size;
                    return true;
                }

                """);
    }
}
