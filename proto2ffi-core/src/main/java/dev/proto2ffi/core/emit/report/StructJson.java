package dev.proto2ffi.core.emit.report;

import dev.proto2ffi.core.layout.BetterOrder;
import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.StructDef;
import dev.proto2ffi.core.text.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A struct as the page's script takes it; what stands where is told by {@link MemberJson}. This is between the page and its
 * script alone: programs read {@link LayoutJson}.
 */
final class StructJson {
    private final TargetNames names;
    private final LayoutFacts facts;

    StructJson(TargetNames names, LayoutFacts facts) {
        this.names = names;
        this.facts = facts;
    }

    /** @param listed whether the page shows it by itself, not only in others that hold it */
    String of(StructLayout layout, boolean listed) {
        StructDef struct = layout.struct();
        StructFacts of = facts.of(layout);
        JsonObject object = new JsonObject()
                .put("name", struct.fullName())
                .put("file", struct.file())
                .put("listed", listed)
                .put("entry", struct.mapEntry())
                .put("c", names.cStruct(struct))
                .put("rust", names.rustStruct(struct))
                .put("java", names.javaStruct(struct))
                .put("size", layout.size())
                .put("align", layout.align())
                .put("flat", layout.flat())
                .put("packed", struct.packed())
                .put("deprecated", struct.deprecated())
                .put("fingerprint", LayoutJson.fingerprint(layout))
                .put("doc", struct.comments().text().strip())
                .put("padding", of.own())
                .put("inside", of.inside())
                .putAll("facts", of.all().stream().map(JsonObject::quote).toList())
                .putLines("members", new MemberJson(names, layout).all(), 2)
                .putAll("gaps", gaps(Gap.of(layout)))
                .putAll(
                        "hot",
                        of.hot().stream()
                                .map(field -> JsonObject.quote(path(layout, field)))
                                .toList());
        if (of.better() != null) {
            object.raw("better", better(layout, of.better()));
        }
        return object.toString();
    }

    private static String path(StructLayout layout, FieldLayout field) {
        for (StructLayout.Leaf leaf : layout.leaves()) {
            if (leaf.member().equals(field.data())) {
                return leaf.path();
            }
        }
        return field.data().name();
    }

    private static List<String> gaps(List<Gap> gaps) {
        return gaps.stream()
                .map(gap -> "[" + gap.offset() + ", " + gap.size() + "]")
                .toList();
    }

    /** Each member by its place among the struct's, and its other offset. */
    private static String better(StructLayout layout, BetterOrder order) {
        Map<String, Integer> current = new HashMap<>();
        layout.members().forEach(member -> current.put(member.name(), current.size()));
        List<String> members = new ArrayList<>();
        for (Member member : order.members()) {
            members.add("[" + current.get(member.name()) + ", " + member.offset() + "]");
        }
        return new JsonObject()
                .put("size", order.size())
                .putAll("members", members)
                .putAll("gaps", gaps(Gap.of(order)))
                .toString();
    }
}
