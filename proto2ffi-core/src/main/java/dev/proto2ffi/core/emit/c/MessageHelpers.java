package dev.proto2ffi.core.emit.c;

/** Messages stored inline. {@code $E} is their struct, {@code $initE} gives one its defaults. */
final class MessageHelpers {
    private MessageHelpers() {}

    /** Only for fields with presence: any other is a plain member. */
    static String singular(Scope scope) {
        return PresenceHelpers.has(scope) + scope.expand("""
                        /** $f, or NULL when it isn't set. */
                        static inline const $E *$get(const $T *self) {
                            return $marked ? &self->$m : NULL;
                        }

                        static inline void $set($T *self, const $E *value) {
                            self->$m = *value;
                            $mark
                        }

                        static inline void $clear($T *self) {
                            p2f_zero(&self->$m, sizeof self->$m);
                            $unmark
                        }

                        /** Sets $f, gives its fields their defaults and returns it. */
                        static inline $E *$init($T *self) {
                            $initE(&self->$m);
                            $mark
                            return &self->$m;
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
                static inline bool $set($T *self, size_t index, const $E *value) {
                    if (index >= $bound) {
                        return false;
                    }
                    self->$m[index] = *value;
                    return true;
                }

                """);
        return grows ? text + add(scope) : text;
    }

    private static String add(Scope scope) {
        return scope.expand("""
                /** Appends to $f an element whose fields have their defaults, and returns it; NULL when $f is full. */
                static inline $E *$add($T *self) {
                    if (self->$used >= $capacity) {
                        return NULL;
                    }
                    $E *element = &self->$m[self->$used++];
                    $initE(element);
                    return element;
                }

                """);
    }
}
