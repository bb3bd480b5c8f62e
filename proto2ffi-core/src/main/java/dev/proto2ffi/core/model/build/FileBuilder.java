package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FileDef;
import dev.proto2ffi.core.model.OneofDef;
import dev.proto2ffi.core.model.StructDef;
import dev.proto2ffi.core.model.option.OptionTarget;
import dev.proto2ffi.core.model.option.SchemaOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Builds the definitions of one file. */
final class FileBuilder {
    private final FileContext context;
    private final Set<String> reached;
    private final Options fileOptions;
    private final FieldBuilder fields;
    private final EnumIndex enums;

    /**
     * @param reached names of all files that take part in the output
     * @param enums has the enums of the files that this one imports, and is given those of this one
     * @param recursion which fields of the whole schema can't be stored inline
     */
    FileBuilder(FileContext context, Set<String> reached, EnumIndex enums, Recursion recursion) {
        this.context = context;
        this.reached = reached;
        this.fileOptions = Options.of(context.file().descriptor(), OptionTarget.FILE, context);
        this.enums = enums;
        this.fields = new FieldBuilder(context, fileOptions, enums, recursion);
    }

    FileDef build() {
        FileDescriptor descriptor = context.file().descriptor();
        fileOptions.reportUnsupported();
        Bounds.checkDefaults(fileOptions, context.diagnostics());
        enums.addAll(context);
        FileNames.check(fileOptions, context.diagnostics());
        return new FileDef(
                descriptor.getFullName(),
                descriptor.getPackage(),
                context.file().root(),
                imports(descriptor),
                JavaPackage.of(descriptor, fileOptions),
                fileOptions.text(SchemaOption.FILE_C_PREFIX),
                fileOptions.text(SchemaOption.FILE_RUST_MODULE),
                structs(descriptor.getMessageTypes()),
                enums.of(descriptor.getEnumTypes()),
                context.file().root() ? new ServiceBuilder(context).build(descriptor.getServices()) : List.of(),
                context.comments().ofFile());
    }

    private List<String> imports(FileDescriptor descriptor) {
        Set<String> names = new LinkedHashSet<>();
        for (FileDescriptor dependency : descriptor.getDependencies()) {
            addWithPublicImports(dependency, names);
        }
        names.retainAll(reached);
        return List.copyOf(names);
    }

    private static void addWithPublicImports(FileDescriptor imported, Set<String> names) {
        if (names.add(imported.getFullName())) {
            imported.getPublicDependencies().forEach(next -> addWithPublicImports(next, names));
        }
    }

    private List<StructDef> structs(List<Descriptor> messages) {
        return messages.stream().map(this::struct).toList();
    }

    private StructDef struct(Descriptor message) {
        MessageOptions options = MessageOptions.of(message, context);
        List<FieldDef> fieldDefs = new ArrayList<>();
        for (FieldDescriptor field : message.getFields()) {
            FieldDef def = fields.build(field, options.packed());
            if (def != null) {
                fieldDefs.add(def);
            }
        }
        return new StructDef(
                message.getFullName(),
                NamePath.of(message),
                message.getFile().getFullName(),
                fieldDefs,
                oneofs(message),
                structs(message.getNestedTypes()),
                enums.of(message.getEnumTypes()),
                options.order(),
                options.packed(),
                options.align(),
                options.poolSize(),
                message.getOptions().getMapEntry(),
                context.comments().of(message),
                message.getOptions().getDeprecated(),
                context.spans().name(message));
    }

    private List<OneofDef> oneofs(Descriptor message) {
        List<OneofDef> oneofs = new ArrayList<>();
        for (OneofDescriptor oneof : message.getRealOneofs()) {
            oneofs.add(new OneofDef(
                    oneof.getName(),
                    context.comments().of(oneof),
                    context.spans().name(oneof)));
        }
        return oneofs;
    }
}
