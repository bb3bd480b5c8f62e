package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.link.LinkedFile;
import dev.proto2ffi.core.link.LinkedSchema;
import dev.proto2ffi.core.link.OptionReader;
import dev.proto2ffi.core.model.FileDef;
import dev.proto2ffi.core.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Builds the model of all files that take part in the output. */
public final class ModelBuilder {
    private ModelBuilder() {}

    /**
     * @param diagnostics takes an error for each option and construct that can't be stored as written; after errors the
     *     result is of no use
     */
    public static Schema build(LinkedSchema linked, Diagnostics diagnostics) {
        Set<String> reached = ReachedFiles.of(linked);
        OptionReader reader = new OptionReader(linked);
        List<FileContext> contexts = new ArrayList<>();
        for (LinkedFile file : linked.files()) {
            if (reached.contains(file.descriptor().getFullName())) {
                contexts.add(new FileContext(file, reader, new CommentIndex(file.sourceInfo()), diagnostics));
            }
        }
        Recursion recursion = recursion(contexts);
        EnumIndex enums = new EnumIndex();
        List<FileDef> files = new ArrayList<>();
        for (FileContext context : contexts) {
            files.add(new FileBuilder(context, reached, enums, recursion).build());
        }
        Schema schema = new Schema(files);
        if (!diagnostics.hasErrors()) {
            PackedChecks.check(schema, diagnostics);
        }
        return schema;
    }

    private static Recursion recursion(List<FileContext> contexts) {
        Recursion.Builder recursion = new Recursion.Builder();
        for (FileContext context : contexts) {
            FileDescriptor file = context.file().descriptor();
            Options fileOptions = Options.of(file, SchemaOption.Target.FILE, context);
            file.getMessageTypes().forEach(message -> addEdges(message, fileOptions, context, recursion));
        }
        return recursion.build();
    }

    private static void addEdges(
            Descriptor message, Options fileOptions, FileContext context, Recursion.Builder recursion) {
        for (FieldDescriptor field : message.getFields()) {
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                recursion.add(field, FieldOptions.storage(field, FieldOptions.of(field, context), fileOptions));
            }
        }
        message.getNestedTypes().forEach(nested -> addEdges(nested, fileOptions, context, recursion));
    }
}
