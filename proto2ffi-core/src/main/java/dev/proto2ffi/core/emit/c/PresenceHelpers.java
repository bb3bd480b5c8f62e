package dev.proto2ffi.core.emit.c;

/** What all fields with a presence bit have. */
final class PresenceHelpers {
    private PresenceHelpers() {}

    static String has(Scope scope) {
        return scope.expand("""
                /** Whether $f is set. */
                static inline bool $has(const $T *self) {
                    return $marked;
                }

                """);
    }
}
