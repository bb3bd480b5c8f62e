package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.StructDef;

/**
 * The functions of a map: an array, or a span, of entries. Keys are unique when written here; where other code left one
 * twice, the entry with the highest index counts, and removal takes them all.
 */
final class MapHelpers {
    private final FieldDef field;
    private final Value key;
    private final Value value;
    private final Scope scope;
    private final StructNames entry;

    private MapHelpers(FieldDef field, Value key, Value value, Scope scope, StructNames entry) {
        this.field = field;
        this.key = key;
        this.value = value;
        this.scope = scope;
        this.entry = entry;
    }

    static MapHelpers of(FieldDef field, StructDef entry, Scope fieldScope, CNames names) {
        StructNames own = names.struct(entry.fullName());
        FieldDef keyField = entry.fields().get(0);
        FieldDef valueField = entry.fields().get(1);
        Value key = Values.of(entry, keyField, names, "key");
        Value value = Values.of(entry, valueField, names, "value");
        String valuePlace = "entry->" + member(own, valueField);
        Scope scope = Elements.scope(fieldScope, field.type()).with("Entry", own.type());
        scope = key.in(scope, "entry->" + member(own, keyField), "key_");
        scope = Value.reading(value.in(scope, valuePlace, "value_"), value.element(), valuePlace);
        return new MapHelpers(field, key, value, scope, own);
    }

    private static String member(StructNames entry, FieldDef field) {
        String member = entry.members().get(field.name());
        if (member == null) {
            throw new IllegalStateException(entry.type() + " has no " + field.name());
        }
        return member;
    }

    String print(Helper helper) {
        return switch (helper) {
            case COUNT -> Elements.count(scope, field.type());
            case FIND -> find();
            case GET -> get();
            case PUT -> put();
            case REMOVE -> remove();
            case ALLOCATE -> Elements.allocate(scope, new CTypes(entry.type(), ""));
            case CLEAR -> Elements.clear(scope, field.type());
            default -> throw new IllegalArgumentException(helper + " of " + field.name());
        };
    }

    private String find() {
        return scope.expand("""
                /** The entry of a key in $f, NULL where there is none; the last one where other code left several. */
                static inline const $Entry *$find(const $T *self, $key_params) {
                    for (size_t index = (size_t)$bound; index-- > 0;) {
                        const $Entry *entry = &$array[index];
                        if ($key_match) {
                            return entry;
                        }
                    }
                    return NULL;
                }
                """);
    }

    private String get() {
        return scope.expand("""
                /** The value of a key in $f, $none where it has none. */
                static inline $got$get(const $T *self, $key_params) {
                    const $Entry *entry = $find(self, $key_args);
                    if (entry == NULL) {
                        return $none;
                    }
                    return $read;
                }
                """);
    }

    private String put() {
        boolean allocates = key.allocates() || value.allocates();
        return scope.with("alloc", allocates ? ", p2f_allocator *allocator" : "")
                .with(
                        "full",
                        scope.expand(
                                        key.refusal().isEmpty()
                                                ? "self->$used >= $capacity"
                                                : "(self->$used >= $capacity || $key_refusal)")
                                .strip())
                .with(
                        "refuse",
                        value.refusal().isEmpty() ? "" : scope.expand("""
                        if ($value_refusal) {
                            return false;
                        }
                        """).stripTrailing())
                .with("alas", limits())
                .with("init", entry.init())
                .expand("""
                        /**
                         * Gives a key of $f a value, in place where the key is there already.
                         * False, and nothing changed, when $f is full$alas.
                         */
                        static inline bool $put($T *self$alloc, $key_params, $value_params) {
                            $key_prelude
                            $value_prelude
                            $Entry *entry = ($Entry *)$find(self, $key_args);
                            bool fresh = entry == NULL;
                            if (fresh && $full) {
                                return false;
                            }
                            $refuse
                            if (fresh) {
                                entry = &$array[self->$used++];
                                $init(entry);
                                $key_store
                            }
                            $value_store
                            return true;
                        }
                        """);
    }

    private String limits() {
        String ofKey = key.limits().isEmpty() ? "" : ", for a key " + key.limits();
        return ofKey + (value.limits().isEmpty() ? "" : ", for a value " + value.limits());
    }

    private String remove() {
        return scope.expand("""
                /** Takes a key from $f; false where it has none. */
                static inline bool $remove($T *self, $key_params) {
                    uint32_t count = $bound;
                    uint32_t kept = 0;
                    for (uint32_t index = 0; index < count; index++) {
                        const $Entry *entry = &$array[index];
                        if (!($key_match)) {
                            $array[kept++] = *entry;
                        }
                    }
                    self->$used = kept;
                    return kept < count;
                }
                """);
    }
}
