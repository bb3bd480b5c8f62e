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
import dev.proto2ffi.core.model.option.OptionTarget;
import dev.proto2ffi.core.model.rule.RuleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Builds the model of all files that take part in the output. */
public final class ModelBuilder {
    private ModelBuilder() {}

    /** As the .proto files say, with no rules from outside of them. */
    public static Schema build(LinkedSchema linked, Diagnostics diagnostics) {
        return build(linked, List.of(), diagnostics);
    }

    /**
     * @param rules options from outside of the .proto files, those that win behind the others
     * @param diagnostics takes an error for each option and construct that can't be stored as written; after errors the
     *     result is of no use
     */
    public static Schema build(LinkedSchema linked, List<RuleText> rules, Diagnostics diagnostics) {
        Set<String> reached = ReachedFiles.of(linked);
        List<LinkedFile> taking = linked.files().stream()
                .filter(file -> reached.contains(file.descriptor().getFullName()))
                .toList();
        List<FileContext> contexts = contexts(linked, taking, rules, diagnostics);
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

    private static List<FileContext> contexts(
            LinkedSchema linked, List<LinkedFile> files, List<RuleText> rules, Diagnostics diagnostics) {
        OptionReader reader = new OptionReader(linked);
        RuleIndex index =
                RuleIndex.of(rules, files.stream().map(LinkedFile::descriptor).toList(), diagnostics);
        return files.stream()
                .map(file -> new FileContext(file, reader, index, new CommentIndex(file.sourceInfo()), diagnostics))
                .toList();
    }

    private static Recursion recursion(List<FileContext> contexts) {
        Recursion.Builder recursion = new Recursion.Builder();
        for (FileContext context : contexts) {
            FileDescriptor file = context.file().descriptor();
            Options fileOptions = Options.of(file, OptionTarget.FILE, context);
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
