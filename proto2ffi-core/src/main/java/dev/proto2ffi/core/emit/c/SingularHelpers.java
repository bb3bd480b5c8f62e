package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;

/** The functions of a singular field, outside or inside of a oneof. */
final class SingularHelpers {
    private static final String NUL = " A NUL ends it; without one in memory it is empty.";

    private final FieldDef field;
    private final Value value;
    private final CNames names;
    private final Scope scope;
    private final boolean marked;

    SingularHelpers(FieldDef field, Value value, Scope scope, CNames names) {
        this.field = field;
        this.value = value;
        this.names = names;
        this.marked = Helper.isMarked(field);
        this.scope = value.in(scope, scope.expand("self->$m").strip())
                .with("alloc", value.allocates() ? ", p2f_allocator *allocator" : "");
    }

    String print(Helper helper) {
        return switch (helper) {
            case HAS -> has();
            case GET -> marked ? get() : getPlain();
            case SIZE -> size();
            case SET -> set();
            case BORROW -> borrow();
            case INIT -> field.type() instanceof FieldType.MessagePointer ? make() : init();
            case CLEAR -> clear();
            default -> throw new IllegalArgumentException(helper + " of " + field.name());
        };
    }

    private String has() {
        boolean pointer = field.type() instanceof FieldType.MessagePointer;
        String set = scope.expand(
                (marked ? "$marked" : "") + (marked && pointer ? " && " : "") + (pointer ? "$at != NULL" : ""));
        return scope.with("set", set.strip()).expand("""
                /** Whether $f is set. */
                static inline bool $has(const $T *self) {
                    return $set;
                }
                """);
    }

    private Scope reading() {
        return Value.reading(scope, value.own(), scope.expand("self->$m").strip());
    }

    private String get() {
        Scope words = reading();
        return words.with(
                        "instead",
                        words.expand("$none").strip().equals("NULL")
                                        && DefaultText.fallback(field).isEmpty()
                                ? "NULL"
                                : "its default")
                .with("fallback", DefaultText.fallback(field))
                .with("default", DefaultText.inPlaceOf(field, value.own().none(), names))
                .with("nul", field.type() instanceof FieldType.BoundedString ? NUL : "")
                .expand("""
                        /** $f, or $instead when it isn't set.$nul */
                        static inline $got$get(const $T *self) {
                            $fallback
                            if ($marked) {
                                return $read;
                            }
                            return $default;
                        }
                        """);
    }

    private String getPlain() {
        return reading()
                .with(
                        "nul",
                        field.type() instanceof FieldType.BoundedString ? NUL : " NULL is empty, whatever its size.")
                .expand("""
                        /** $f.$nul */
                        static inline $got$get(const $T *self) {
                            return $read;
                        }
                        """);
    }

    private String size() {
        Scope words = scope.with("size_of_default", DefaultText.size(field))
                .with("nul", field.type() instanceof FieldType.BoundedString ? " before the NUL" : "");
        return marked ? words.expand("""
                        /** Bytes of $get(self)$nul; never more than there are. */
                        static inline uint32_t $size(const $T *self) {
                            if ($marked) {
                                return $size_of;
                            }
                            return $size_of_default;
                        }
                        """) : words.expand("""
                        /** Bytes of $f in use$nul; never more than there are, whatever memory holds. */
                        static inline uint32_t $size(const $T *self) {
                            return $size_of;
                        }
                        """);
    }

    /**
     * The bytes at {@code $at} that a value by pointer takes; empty for one by value. What the caller points to may be in
     * the very union, which must then not be zeroed before.
     */
    private String written() {
        if (field.oneof() == null) {
            return "";
        }
        if (field.type() instanceof FieldType.BoundedString) {
            return "size + 1";
        }
        if (field.type() instanceof FieldType.BoundedBytes) {
            return "sizeof $at.size + size";
        }
        boolean whole = field.type() instanceof FieldType.FixedBytes || field.type() instanceof FieldType.InlineMessage;
        return whole ? "sizeof $at" : "";
    }

    /** {@code $before} and {@code $after} storing: what marks the field as set. */
    private Scope marking() {
        String written = written();
        if (written.isEmpty()) {
            return scope.with("before", scope.expand("$mark").strip()).with("after", "");
        }
        Scope words = scope.with("written", scope.expand(written).strip());
        Scope settling = words.with("before", "")
                .with("after", words.expand(words.expand("$settle")).strip());
        return field.type() instanceof FieldType.InlineMessage
                ? settling.with(
                        "store",
                        scope.expand("p2f_copy(&$at, $args, sizeof $at);").strip())
                : settling;
    }

    private String set() {
        Scope marking = marking();
        if (value.refusal().isEmpty()) {
            boolean pointer = field.type() instanceof FieldType.MessagePointer;
            return marking.with("how", pointer ? " to a message that lies elsewhere and stays there" : "")
                    .expand("""
                    /** Sets $f$how. */
                    static inline void $set($T *self, $params) {
                        $before
                        $store
                        $after
                    }
                    """);
        }
        return marking.expand("""
                /** Sets $f; false, and nothing changed, for a value $limits. */
                static inline bool $set($T *self$alloc, $params) {
                    $prelude
                    if ($refusal) {
                        return false;
                    }
                    $before
                    $store
                    $after
                    return true;
                }
                """);
    }

    private String borrow() {
        return scope.expand("""
                /** Sets $f to what lies elsewhere and stays there, without a copy. */
                static inline void $borrow($T *self, $E value) {
                    $mark
                    $at = value;
                }
                """);
    }

    private String init() {
        return scope.with("initE", target()).expand("""
                /** Sets $f, gives its fields their defaults and returns it. */
                static inline $E *$init($T *self) {
                    $mark
                    $initE(&$at);
                    return &$at;
                }
                """);
    }

    private String make() {
        return scope.with("initE", target()).expand("""
                /** Sets $f to a new message, its fields with their defaults; NULL, and nothing changed, without memory. */
                static inline $E *$init($T *self, p2f_allocator *allocator) {
                    void *made;
                    if (!p2f_allocate(allocator, 1, sizeof($E), P2F_ALIGNOF($E), &made)) {
                        return NULL;
                    }
                    $initE(($E *)made);
                    $mark
                    $at = ($E *)made;
                    return $at;
                }
                """);
    }

    private String target() {
        return names.struct(String.valueOf(field.type().reachedStruct())).init();
    }

    private String clear() {
        return field.oneof() == null ? scope.expand("""
                        static inline void $clear($T *self) {
                            $reset
                            $unmark
                        }
                        """) : scope.expand("""
                        /** Leaves the oneof without a field if $f is the one. */
                        static inline void $clear($T *self) {
                            if ($marked) {
                                $clear_oneof(self);
                            }
                        }
                        """);
    }
}
