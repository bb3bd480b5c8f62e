package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.OneofLayout;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.ServiceLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FileDef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A whole header: enums, then structs, each behind those that it holds, then initialisers, then other functions, services last. */
final class HeaderPrinter {
    private final SchemaLayout layout;
    private final CNames names;
    private final Generator generator;
    private final InitPrinter init;
    private final FieldHelpers helpers;

    HeaderPrinter(SchemaLayout layout, CNames names, Generator generator) {
        this.layout = layout;
        this.names = names;
        this.generator = generator;
        this.init = new InitPrinter(layout, names);
        this.helpers = new FieldHelpers(layout, names, init);
    }

    String print(FileDef file) {
        StringBuilder out = new StringBuilder();
        open(file, out);
        for (EnumDef definition : layout.schema().enums()) {
            if (definition.file().equals(file.path())) {
                out.append(EnumPrinter.print(definition, names)).append('\n');
            }
        }
        List<StructLayout> structs = layout.structsOf(file.path());
        out.append(forward(structs));
        for (StructLayout struct : structs) {
            out.append(new StructPrinter(struct, names).print()).append('\n');
        }
        structs.forEach(struct -> out.append(ConstantPrinter.strides(struct, names)));
        out.append('\n');
        // Before all else, for helpers initialise what a pointer leads to, which may come later.
        structs.forEach(struct -> out.append(init.print(struct)));
        for (StructLayout struct : structs) {
            for (OneofLayout oneof : struct.oneofs()) {
                out.append(OneofHelpers.print(struct, oneof, names));
            }
            for (FieldLayout field : struct.fields()) {
                out.append(helpers.print(struct, field));
            }
        }
        List<ServiceLayout> services = layout.servicesOf(file.path());
        services.stream()
                .flatMap(service -> service.structs().stream())
                .distinct()
                .forEach(struct -> out.append(LayoutTextPrinter.print(struct, names)));
        for (ServiceLayout service : services) {
            out.append(new ServicePrinter(service, layout, names).print());
        }
        close(file, out);
        return out.toString();
    }

    /** The typedefs of those structs of a file to which pointers lead, so that all may point to all. */
    private String forward(List<StructLayout> structs) {
        Set<String> targets = new HashSet<>();
        for (StructLayout struct : structs) {
            for (FieldDef field : struct.struct().fields()) {
                String target = field.type().hasPointer() ? field.type().reachedStruct() : null;
                if (target != null) {
                    targets.add(target);
                }
            }
        }
        StringBuilder out = new StringBuilder();
        for (StructLayout struct : structs) {
            if (targets.contains(struct.struct().fullName())) {
                String type = names.type(struct.struct());
                out.append("typedef struct ")
                        .append(type)
                        .append(' ')
                        .append(type)
                        .append(";\n");
            }
        }
        return out.isEmpty() ? "" : out.append('\n').toString();
    }

    private void open(FileDef file, StringBuilder out) {
        String guard = HeaderPath.guard(file.path());
        out.append("/* ").append(CComment.defuse(generator.banner(file.path()))).append(" */\n");
        out.append(CComment.of("", file.comments().text()).replaceFirst("^/\\*\\*", "/*"));
        out.append("#ifndef ").append(guard).append("\n#define ").append(guard).append("\n\n");
        out.append("#include \"").append(SupportHeader.PATH).append("\"\n");
        if (!file.services().isEmpty()) {
            out.append("#include \"").append(SupportHeader.SERVICE_PATH).append("\"\n");
        }
        for (String imported : file.imports()) {
            out.append("#include \"").append(HeaderPath.of(imported)).append("\"\n");
        }
        out.append("""

                #ifdef __cplusplus
                extern "C" {
                #endif

                """);
    }

    private static void close(FileDef file, StringBuilder out) {
        out.append("""
                #ifdef __cplusplus
                }
                #endif

                """);
        out.append("#endif /* ").append(HeaderPath.guard(file.path())).append(" */\n");
    }
}
