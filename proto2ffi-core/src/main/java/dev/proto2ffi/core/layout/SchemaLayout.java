package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The layouts of a whole schema.
 *
 * <p>{@link #structs()} has every struct behind those that it holds inline, the order in which a C compiler wants them.
 */
public final class SchemaLayout {
    private final Schema schema;
    private final Reach reach;
    private final Map<String, StructLayout> byName = new LinkedHashMap<>();
    private final List<ServiceLayout> services;

    SchemaLayout(Schema schema, Reach reach, List<StructLayout> structs, List<ServiceLayout> services) {
        this.schema = schema;
        this.reach = reach;
        for (StructLayout struct : structs) {
            byName.put(struct.struct().fullName(), struct);
        }
        this.services = List.copyOf(services);
    }

    public Schema schema() {
        return schema;
    }

    /** All structs of all files, each behind those that it holds inline; otherwise in declaration order. */
    public List<StructLayout> structs() {
        return List.copyOf(byName.values());
    }

    /** The structs of one file, nested ones included, each behind those that it holds inline. */
    public List<StructLayout> structsOf(String file) {
        return byName.values().stream()
                .filter(layout -> layout.struct().file().equals(file))
                .toList();
    }

    /** All services, file by file in declaration order. */
    public List<ServiceLayout> services() {
        return services;
    }

    /** The services of one file, in declaration order. */
    public List<ServiceLayout> servicesOf(String file) {
        return services.stream()
                .filter(layout -> layout.service().file().equals(file))
                .toList();
    }

    /** What a struct's fingerprint is taken of: its own text, then those of all structs that it reaches, sorted. */
    public String canonicalText(StructLayout struct) {
        StringBuilder text = new StringBuilder(struct.text());
        reach.from(struct.struct().fullName())
                .forEach(name -> text.append(struct(name).text()));
        return text.toString();
    }

    /** The layout of a message's full name, which must be part of the schema. */
    public StructLayout struct(String fullName) {
        StructLayout layout = byName.get(fullName);
        if (layout == null) {
            throw new IllegalArgumentException("no layout of " + fullName);
        }
        return layout;
    }
}
