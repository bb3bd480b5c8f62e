package dev.proto2ffi.core.emit.c;

/** Numbers, bools and enums. {@code $E} is their type, {@code $default} and {@code $zero} are values of it. */
final class ScalarHelpers {
    private ScalarHelpers() {}

    /** Only for fields with presence: any other is a plain member. */
    static String singular(Scope scope) {
        return PresenceHelpers.has(scope) + scope.expand("""
                        /** The value of $f, or its default when it isn't set. */
                        static inline $E $get(const $T *self) {
                            if ($marked) {
                                return self->$m;
                            }
                            return $default;
                        }

                        static inline void $set($T *self, $E value) {
                            self->$m = value;
                            $mark
                        }

                        static inline void $clear($T *self) {
                            self->$m = $zero;
                            $unmark
                        }

                        """);
    }

    static String element(Scope scope, boolean grows) {
        String text = scope.expand("""
                /** Element `index` of $f, NULL beyond the last one. */
                static inline const $E *$get(const $T *self, size_t index) {
                    return index < $bound ? &self->$m[index] : NULL;
                }

                /** Replaces element `index` of $f; false beyond the last one. */
                static inline bool $set($T *self, size_t index, $E value) {
                    if (index >= $bound) {
                        return false;
                    }
                    self->$m[index] = value;
                    return true;
                }

                """);
        return grows ? text + add(scope) : text;
    }

    private static String add(Scope scope) {
        return scope.expand("""
                /** Appends to $f; false when it is full. */
                static inline bool $add($T *self, $E value) {
                    if (self->$used >= $capacity) {
                        return false;
                    }
                    self->$m[self->$used++] = value;
                    return true;
                }

                """);
    }
}
