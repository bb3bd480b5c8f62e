package dev.proto2ffi.core.emit.c;

/** What all bounded repeated fields have, whatever their elements are. */
final class RepeatedHelpers {
    private RepeatedHelpers() {}

    static String bounded(Scope scope) {
        return scope.expand("""
                /** Elements of $f in use; never more than there is room for, whatever memory holds. */
                static inline uint32_t $count(const $T *self) {
                    return self->$used < $capacity ? self->$used : $capacity;
                }

                /** Leaves $f without elements. */
                static inline void $clear($T *self) {
                    self->$used = 0;
                }

                """);
    }
}
