package dev.proto2ffi.core.model.build;

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
        EnumIndex enums = new EnumIndex();
        List<FileDef> files = new ArrayList<>();
        for (LinkedFile file : linked.files()) {
            if (reached.contains(file.descriptor().getFullName())) {
                files.add(new FileBuilder(
                                new FileContext(file, reader, new CommentIndex(file.sourceInfo()), diagnostics),
                                reached,
                                enums)
                        .build());
            }
        }
        Schema schema = new Schema(files);
        if (!diagnostics.hasErrors()) {
            InlineCycles.report(schema, diagnostics);
        }
        return schema;
    }
}
