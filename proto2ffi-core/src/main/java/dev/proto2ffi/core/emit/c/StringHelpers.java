package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.model.FieldDef;

/** Bounded strings. {@code $room} is the number of bytes before the terminating NUL. */
final class StringHelpers {
    private StringHelpers() {}

    static String singular(Scope scope, FieldDef field) {
        return field.presence()
                ? PresenceHelpers.has(scope) + get(scope, field) + set(scope) + clear(scope)
                : set(scope) + size(scope);
    }

    private static String get(Scope scope, FieldDef field) {
        return scope.with("default", DefaultText.string(field))
                .with("size_of_default", DefaultText.size(field))
                .expand("""
                        /** The text of $f, or its default when it isn't set. */
                        static inline const char *$get(const $T *self) {
                            static const char fallback[] = $default;
                            return $marked ? self->$m : fallback;
                        }

                        /** Bytes of $get(self) without the NUL, never more than $room for a text that is set. */
                        static inline uint32_t $size(const $T *self) {
                            return $marked ? p2f_string_size(self->$m, sizeof self->$m) : $size_of_default;
                        }

                        """);
    }

    private static String set(Scope scope) {
        return scope.expand("""
                /**
                 * Copies `size` bytes of UTF-8 into $f and ends them with a NUL.
                 * False, and nothing changed, when they are more than $room or contain a NUL.
                 */
                static inline bool $set($T *self, const char *text, size_t size) {
                    if (!p2f_string_set(self->$m, sizeof self->$m, text, size)) {
                        return false;
                    }
                    $mark
                    return true;
                }

                """);
    }

    private static String clear(Scope scope) {
        return scope.expand("""
                static inline void $clear($T *self) {
                    self->$m[0] = '\\0';
                    $unmark
                }

                """);
    }

    private static String size(Scope scope) {
        return scope.expand("""
                /** Bytes of $f without the NUL, never more than $room, whatever memory holds. */
                static inline uint32_t $size(const $T *self) {
                    return p2f_string_size(self->$m, sizeof self->$m);
                }

                """);
    }

    static String element(Scope scope, boolean grows) {
        String text = scope.expand("""
                /** Element `index` of $f, NULL beyond the last one. */
                static inline const char *$get(const $T *self, size_t index) {
                    return index < $bound ? self->$m[index] : NULL;
                }

                /** Bytes of element `index` of $f without the NUL, never more than $room; 0 beyond the last one. */
                static inline uint32_t $size(const $T *self, size_t index) {
                    return index < $bound ? p2f_string_size(self->$m[index], sizeof self->$m[index]) : 0;
                }

                /** Replaces element `index` of $f; false beyond the last one, for more than $room bytes, and for a NUL. */
                static inline bool $set($T *self, size_t index, const char *text, size_t size) {
                    return index < $bound && p2f_string_set(self->$m[index], sizeof self->$m[index], text, size);
                }

                """);
        return grows ? text + add(scope) : text;
    }

    private static String add(Scope scope) {
        return scope.expand("""
                /** Appends to $f; false when it is full, for more than $room bytes, and for a NUL among them. */
                static inline bool $add($T *self, const char *text, size_t size) {
                    if (self->$used >= $capacity
                            || !p2f_string_set(self->$m[self->$used], sizeof self->$m[self->$used], text, size)) {
                        return false;
                    }
                    self->$used++;
                    return true;
                }

                """);
    }
}
