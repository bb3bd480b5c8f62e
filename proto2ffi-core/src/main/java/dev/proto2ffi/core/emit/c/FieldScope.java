package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.StructLayout;
import java.util.Locale;
import java.util.Map;

/**
 * The words that the helpers of a field have in common.
 *
 * <p>{@code $T} is the struct, {@code $f} the field in the schema, {@code $m} its member, {@code $used} the count's
 * member; {@code $has}, {@code $get}, … are the functions of {@link Helper}. {@code $marked} says whether the presence
 * bit is set, {@code $mark} sets it, {@code $unmark} clears it; the last two are empty for a field without one.
 */
final class FieldScope {
    private FieldScope() {}

    static Scope of(StructLayout struct, FieldLayout field, CNames names) {
        StructNames own = names.struct(struct.struct().fullName());
        Scope scope = Scope.EMPTY
                .with("T", own.type())
                .with("f", field.field().name())
                .with("m", names.path(struct.struct(), field.data()));
        Member count = field.count();
        if (count != null) {
            scope = scope.with("used", names.member(struct.struct(), count));
        }
        Map<Helper, String> helpers = own.helpers().getOrDefault(field.field().name(), Map.of());
        for (Map.Entry<Helper, String> helper : helpers.entrySet()) {
            scope = scope.with(helper.getKey().name().toLowerCase(Locale.ROOT), helper.getValue());
        }
        return withPresence(scope, struct, field, names);
    }

    private static Scope withPresence(Scope scope, StructLayout struct, FieldLayout field, CNames names) {
        Member words = struct.presence();
        if (field.presenceBit() < 0 || words == null) {
            return scope.with("mark", "").with("unmark", "");
        }
        String word = "self->" + names.member(struct.struct(), words) + "[" + field.presenceBit() / Integer.SIZE + "]";
        String bit = "(UINT32_C(1) << " + field.presenceBit() % Integer.SIZE + ")";
        return scope.with("marked", "(" + word + " & " + bit + ") != 0")
                .with("mark", word + " |= " + bit + ";")
                .with("unmark", word + " &= ~" + bit + ";");
    }
}
