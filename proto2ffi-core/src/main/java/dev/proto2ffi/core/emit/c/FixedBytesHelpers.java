package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.model.FieldDef;

/** Bytes of a fixed length. {@code $room} is that length. */
final class FixedBytesHelpers {
    private FixedBytesHelpers() {}

    static String singular(Scope scope, FieldDef field) {
        return field.presence()
                ? PresenceHelpers.has(scope) + get(scope, field) + set(scope) + clear(scope)
                : set(scope);
    }

    private static String get(Scope scope, FieldDef field) {
        int size = DefaultText.size(field);
        return scope.with("default", size == 0 ? "{0}" : CLiterals.bytes(DefaultText.bytes(field)))
                .expand("""
                        /** The $room bytes of $f, or of its default when it isn't set. */
                        static inline const uint8_t *$get(const $T *self) {
                            static const uint8_t fallback[$room] = $default;
                            return $marked ? self->$m : fallback;
                        }

                        """);
    }

    private static String set(Scope scope) {
        return scope.expand("""
                /** Copies `size` bytes into $f; false, and nothing changed, when they are not exactly $room. */
                static inline bool $set($T *self, const void *data, size_t size) {
                    if (size != $room) {
                        return false;
                    }
                    p2f_copy(self->$m, data, size);
                    $mark
                    return true;
                }

                """);
    }

    private static String clear(Scope scope) {
        return scope.expand("""
                static inline void $clear($T *self) {
                    p2f_zero(self->$m, sizeof self->$m);
                    $unmark
                }

                """);
    }

    static String element(Scope scope, boolean grows) {
        String text = scope.expand("""
                /** The $room bytes of element `index` of $f, NULL beyond the last one. */
                static inline const uint8_t *$get(const $T *self, size_t index) {
                    return index < $bound ? self->$m[index] : NULL;
                }

                /** Replaces element `index` of $f; false beyond the last one and for other than $room bytes. */
                static inline bool $set($T *self, size_t index, const void *data, size_t size) {
                    if (index >= $bound || size != $room) {
                        return false;
                    }
                    p2f_copy(self->$m[index], data, size);
                    return true;
                }

                """);
        return grows ? text + add(scope) : text;
    }

    private static String add(Scope scope) {
        return scope.expand("""
                /** Appends to $f; false when it is full and for other than $room bytes. */
                static inline bool $add($T *self, const void *data, size_t size) {
                    if (self->$used >= $capacity || size != $room) {
                        return false;
                    }
                    p2f_copy(self->$m[self->$used++], data, size);
                    return true;
                }

                """);
    }
}
