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
 * member; {@code $has}, {@code $get}, … are the functions of {@link Helper}. {@code $marked} says whether the field is
 * set: its presence bit, or the case of its oneof. {@code $mark} sets that, and, when the case changes, zeroes the union,
 * so that it comes before what stores a value. Both are empty for a field without.
 * For a field of a oneof {@code $settle} does the same behind {@code $written} bytes, which have been stored by then.
 */
final class FieldScope {
    private static final String SETTLE =
            "self->$case = p2f_settle(self->$case, $tag, &self->$union, $written, sizeof self->$union);";

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
        Member words = struct.presence();
        if (field.presenceBit() >= 0 && words != null) {
            return withPresence(scope, field.presenceBit(), names.member(struct.struct(), words));
        }
        Member caseMember = field.caseMember();
        return caseMember == null
                ? scope.with("marked", "").with("mark", "")
                : withCase(scope, struct, field, own, names.member(struct.struct(), caseMember));
    }

    private static Scope withPresence(Scope scope, int index, String words) {
        String word = "self->" + words + "[" + index / Integer.SIZE + "]";
        String bit = "(UINT32_C(1) << " + index % Integer.SIZE + ")";
        return scope.with("marked", "(" + word + " & " + bit + ") != 0")
                .with("mark", word + " |= " + bit + ";")
                .with("unmark", word + " &= ~" + bit + ";");
    }

    private static Scope withCase(
            Scope scope, StructLayout struct, FieldLayout field, StructNames own, String caseMember) {
        String oneof = field.field().oneof();
        String tag = own.types().tags().get(field.field().name());
        String union = own.members().get(oneof);
        String clear = own.oneofHelpers().getOrDefault(oneof, Map.of()).get(OneofHelper.CLEAR);
        if (tag == null || union == null || clear == null) {
            throw new IllegalStateException(struct.struct().fullName() + "." + oneof + " has no names");
        }
        Scope words = Scope.EMPTY
                .with("case", caseMember)
                .with("tag", tag)
                .with("union", union)
                .with("written", "$written")
                .with("clear", clear);
        return scope.with("marked", words.expand("self->$case == $tag").strip())
                .with(
                        "mark",
                        words.expand("self->$case = p2f_select(self->$case, $tag, &self->$union, sizeof self->$union);")
                                .strip())
                .with("settle", words.expand(SETTLE).strip())
                .with("clear_oneof", clear);
    }
}
