package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.emit.ServiceSymbols;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.EnumValueDef;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.FileDef;
import dev.proto2ffi.core.model.OneofDef;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.ServiceDef;
import dev.proto2ffi.core.model.StructDef;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The naming pass: file by file, types first, then what the schema names, then what is made up from those. */
final class CNaming {
    private final SchemaLayout layout;
    private final GlobalNames globals = new GlobalNames();
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, EnumNames> enums = new HashMap<>();
    private final Map<String, StructNames> structs = new HashMap<>();
    private final Map<String, ServiceNames> services = new HashMap<>();
    private final Map<String, TextNames> layoutTexts = new HashMap<>();

    CNaming(SchemaLayout layout) {
        this.layout = layout;
    }

    CNames settle() {
        Schema schema = layout.schema();
        Map<String, List<StructDef>> structsByFile = new HashMap<>();
        Map<String, List<EnumDef>> enumsByFile = new HashMap<>();
        for (StructDef struct : schema.structs()) {
            structsByFile.computeIfAbsent(struct.file(), f -> new ArrayList<>()).add(struct);
        }
        for (EnumDef definition : schema.enums()) {
            enumsByFile
                    .computeIfAbsent(definition.file(), f -> new ArrayList<>())
                    .add(definition);
        }
        for (FileDef file : schema.files()) {
            settle(
                    file,
                    structsByFile.getOrDefault(file.path(), List.of()),
                    enumsByFile.getOrDefault(file.path(), List.of()));
        }
        return new CNames(structs, enums, services, layoutTexts, globals.warnings(), globals.errors());
    }

    private void settle(FileDef file, List<StructDef> fileStructs, List<EnumDef> fileEnums) {
        globals.enter(file);
        Stream.concat(
                        fileStructs.stream().map(StructDef::span),
                        file.services().stream().map(ServiceDef::span))
                .findFirst()
                .ifPresent(span -> globals.reserve(HeaderPath.guard(file.path()), span));
        List<ServiceNaming> fileServices = layout.servicesOf(file.path()).stream()
                .map(service -> new ServiceNaming(service, layout.schema(), globals))
                .toList();
        fileServices.forEach(ServiceNaming::claimSymbols);
        types(file, fileStructs, fileEnums);
        fileEnums.forEach(this::constants);
        List<Draft> drafts = fileStructs.stream().map(this::draft).toList();
        List<ServiceMacros> macros =
                fileServices.stream().map(ServiceNaming::macros).toList();
        layout.servicesOf(file.path()).forEach(service -> service.structs().forEach(this::layoutText));
        Map<String, Map<String, String>> members = new HashMap<>();
        drafts.forEach(draft -> members.put(draft.fullName(), MemberNames.of(draft.layout(), globals)));
        for (Draft draft : drafts) {
            structs.put(draft.fullName(), complete(draft, members.getOrDefault(draft.fullName(), Map.of())));
        }
        for (int i = 0; i < fileServices.size(); i++) {
            String fullName = fileServices.get(i).layout().service().fullName();
            services.put(fullName, fileServices.get(i).complete(type(fullName), macros.get(i)));
        }
    }

    /** {@code social_Post}: outer messages first, so that {@code A.B} yields to {@code A_B}. */
    private void types(FileDef file, List<StructDef> fileStructs, List<EnumDef> fileEnums) {
        record Named(String fullName, List<String> path, String what, Span span) {}
        List<Named> all = new ArrayList<>();
        fileStructs.forEach(s -> all.add(new Named(s.fullName(), s.path(), "message " + s.fullName(), s.span())));
        fileEnums.forEach(e -> all.add(new Named(e.fullName(), e.path(), "enum " + e.fullName(), e.span())));
        file.services()
                .forEach(s -> all.add(new Named(s.fullName(), List.of(s.name()), "service " + s.fullName(), s.span())));
        all.sort(Comparator.comparingInt(named -> named.path().size()));
        String prefix = ServiceSymbols.prefix(file);
        for (Named named : all) {
            String wanted = prefix + String.join("_", named.path());
            types.put(named.fullName(), globals.claim(wanted, named.what(), named.span()));
        }
    }

    /** {@code social_PostType_IMAGE}. */
    private void constants(EnumDef definition) {
        String type = type(definition.fullName());
        Map<String, String> constants = new LinkedHashMap<>();
        for (EnumValueDef value : definition.values()) {
            String what = "constant " + definition.fullName() + "." + value.name();
            constants.put(value.name(), globals.claim(type + "_" + value.name(), what, value.span()));
        }
        enums.put(definition.fullName(), new EnumNames(type, constants));
    }

    /** A struct with the names that its members must know: types and macros, but not functions. */
    private record Draft(StructLayout layout, TypeNames types) {
        StructDef struct() {
            return layout.struct();
        }

        String fullName() {
            return struct().fullName();
        }
    }

    private Draft draft(StructDef struct) {
        String type = type(struct.fullName());
        String of = " of message " + struct.fullName();
        Map<String, String> bytesTypes = new HashMap<>();
        Map<String, String> spanTypes = new HashMap<>();
        Map<String, String> unionTypes = new HashMap<>();
        Map<String, String> tags = new HashMap<>();
        for (FieldDef field : struct.fields()) {
            String wanted = type + "_" + field.name();
            boolean span = field.type() instanceof FieldType.UnboundedRepeated;
            if (span) {
                spanTypes.put(
                        field.name(), globals.claim(wanted + "_t", "the span " + field.name() + of, field.span()));
            }
            FieldType element = field.type().element();
            if ((element == null ? field.type() : element) instanceof FieldType.BoundedBytes) {
                String suffix = span ? "_item_t" : "_t";
                bytesTypes.put(
                        field.name(), globals.claim(wanted + suffix, "the bytes " + field.name() + of, field.span()));
            }
            if (field.oneof() != null) {
                tags.put(
                        field.name(),
                        globals.claim(wanted + "_tag", "the number of " + field.name() + of, field.span()));
            }
        }
        for (OneofDef oneof : struct.oneofs()) {
            String wanted = type + "_" + oneof.name() + "_t";
            unionTypes.put(oneof.name(), globals.claim(wanted, "the oneof " + oneof.name() + of, oneof.span()));
        }
        TypeNames types = new TypeNames(
                type,
                globals.claim(type + "_SIZE", "the size" + of, struct.span()),
                globals.claim(type + "_ALIGN", "the alignment" + of, struct.span()),
                globals.claim(type + "_FINGERPRINT", "the fingerprint" + of, struct.span()),
                struct.poolSize() == 0 ? null : globals.claim(type + "_POOL_SIZE", "the pool size" + of, struct.span()),
                bytesTypes,
                spanTypes,
                unionTypes,
                tags);
        return new Draft(layout.struct(struct.fullName()), types);
    }

    /** The same in all headers whose services use the struct. */
    private void layoutText(StructLayout struct) {
        String fullName = struct.struct().fullName();
        if (!layoutTexts.containsKey(fullName)) {
            String wanted = type(fullName) + "_LAYOUT";
            String what = "the description of message " + fullName;
            Span span = struct.struct().span();
            layoutTexts.put(
                    fullName,
                    new TextNames(globals.claim(wanted, what, span), globals.claim(wanted + "_ARRAY", what, span)));
        }
    }

    private StructNames complete(Draft draft, Map<String, String> members) {
        StructDef struct = draft.struct();
        String type = draft.types().type();
        String of = " of message " + struct.fullName();
        String init = globals.claim(type + "_init", "the initialiser" + of, struct.span());
        Map<String, Map<Helper, String>> helpers = new HashMap<>();
        for (FieldDef field : struct.fields()) {
            Map<Helper, String> functions = new EnumMap<>(Helper.class);
            for (Helper helper : Helper.of(field)) {
                String wanted = type + "_" + helper.localName(field.name());
                functions.put(helper, globals.claim(wanted, "a helper for " + field.name() + of, field.span()));
            }
            helpers.put(field.name(), functions);
        }
        Map<String, Map<OneofHelper, String>> oneofHelpers = new HashMap<>();
        for (OneofDef oneof : struct.oneofs()) {
            Map<OneofHelper, String> functions = new EnumMap<>(OneofHelper.class);
            for (OneofHelper helper : OneofHelper.values()) {
                String wanted = type + "_" + helper.localName(oneof.name());
                functions.put(helper, globals.claim(wanted, "a helper for " + oneof.name() + of, oneof.span()));
            }
            oneofHelpers.put(oneof.name(), functions);
        }
        return new StructNames(draft.types(), init, members, helpers, oneofHelpers);
    }

    private String type(String fullName) {
        String type = types.get(fullName);
        if (type == null) {
            throw new IllegalStateException(fullName + " has no name yet");
        }
        return type;
    }
}
