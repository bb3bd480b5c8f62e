package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;

/**
 * Atomic access to an integer or enum in plain storage. proto2ffi.h has it for unsigned integers; those and signed ones
 * of the same width may alias each other.
 */
final class AtomicHelpers {
    private AtomicHelpers() {}

    static String print(Helper helper, FieldDef field, Value value, Scope scope) {
        int size = field.type() instanceof FieldType.Scalar scalar
                ? scalar.storageSize()
                : ((FieldType.EnumValue) field.type()).storageSize();
        Scope words = scope.with("E", value.type())
                .with("bits", size * Byte.SIZE)
                .with("U", "u" + CTypes.integer(size))
                .with("presence", field.presence() ? "; its presence bit stays as it is" : "");
        return words.expand(
                switch (helper) {
                    case LOAD -> """
                            /** Reads $f atomically (acquire). */
                            static inline $E $load(const $T *self) {
                                return ($E)p2f_load_$bits((const $U *)&self->$m);
                            }
                            """;
                    case STORE -> """
                            /** Writes $f atomically (release)$presence. */
                            static inline void $store($T *self, $E value) {
                                p2f_store_$bits(($U *)&self->$m, ($U)value);
                            }
                            """;
                    case COMPARE_EXCHANGE -> """
                            /**
                             * Writes `desired` to $f if that is `*expected`; else false, and `*expected` is what was found.
                             * Atomic (acquire and release)$presence.
                             */
                            static inline bool $compare_exchange($T *self, $E *expected, $E desired) {
                                return p2f_compare_exchange_$bits(($U *)&self->$m, ($U *)expected, ($U)desired);
                            }
                            """;
                    case FETCH_ADD -> """
                            /** Adds to $f atomically (acquire and release), wrapping around, and returns what it was$presence. */
                            static inline $E $fetch_add($T *self, $E delta) {
                                return ($E)p2f_fetch_add_$bits(($U *)&self->$m, ($U)delta);
                            }
                            """;
                    default -> throw new IllegalArgumentException(helper.name());
                });
    }
}
