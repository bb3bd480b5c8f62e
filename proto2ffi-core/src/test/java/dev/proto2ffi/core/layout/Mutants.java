package dev.proto2ffi.core.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Layouts in which packages break a rule each. */
public final class Mutants {
    private Mutants() {}

    /**
     * @param truth the layout as it should be
     * @param rules the rule that the structs of a package break; other packages stay as they are
     */
    public static SchemaLayout of(SchemaLayout truth, Map<String, LayoutRule> rules) {
        Map<String, SchemaLayout> wrong = new HashMap<>();
        rules.forEach((root, rule) -> wrong.put(root, ReferenceEngine.layOut(truth, rule)));
        List<StructLayout> structs = new ArrayList<>();
        for (StructLayout struct : truth.structs()) {
            String name = struct.struct().fullName();
            String root = name.substring(0, name.indexOf('.'));
            structs.add(wrong.getOrDefault(root, truth).struct(name));
        }
        return new SchemaLayout(truth.schema(), new Reach(truth.schema()), structs, List.of());
    }
}
