package dev.proto2ffi.core.link;

import com.google.protobuf.Descriptors.FileDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.ImportPath;
import org.jspecify.annotations.Nullable;

/** Links one file whose imports are linked. The steps stand in protoc's order, so that the first error is the same. */
final class FileLinker {
    private final FileUnit file;
    private final SymbolTable table;
    private final ImportPath importPath;
    private final Diagnostics diagnostics;

    private FileLinker(FileUnit file, SymbolTable table, ImportPath importPath, Diagnostics diagnostics) {
        this.file = file;
        this.table = table;
        this.importPath = importPath;
        this.diagnostics = diagnostics;
    }

    /** @return null where the file has errors, which then have been reported */
    static @Nullable LinkedFile link(FileUnit file, SymbolTable table, ImportPath importPath, Diagnostics diagnostics) {
        return new FileLinker(file, table, importPath, diagnostics).run();
    }

    private @Nullable LinkedFile run() {
        if (file.ast == null) {
            throw new IllegalStateException("no syntax tree of " + file);
        }
        table.beginFile();
        int before = diagnostics.errorCount();
        Lowering.lower(file, file.ast);
        if (!EditionSupport.check(file, diagnostics)) {
            return fail();
        }
        Declarations.declarePackage(file, table, diagnostics);
        boolean importsBroken = !ImportChecks.check(file, importPath, diagnostics);
        Declarations.declare(file, table, diagnostics);
        CrossLinker.link(file, table, diagnostics, importsBroken);
        if (diagnostics.errorCount() > before || importsBroken) {
            return fail();
        }
        // Ordinary options first: features among them decide how extensions are encoded.
        OptionInterpreter options = new OptionInterpreter(file, table, diagnostics);
        options.interpretOrdinary();
        FeatureChecks.check(file, diagnostics);
        options.interpretExtensions();
        if (diagnostics.errorCount() > before) {
            return fail();
        }
        SchemaChecks.interpreted(file, diagnostics);
        OptionChecks.check(file, diagnostics);
        EditionSupport.refuseUnstable(file, diagnostics);
        if (diagnostics.errorCount() == before) {
            SchemaChecks.last(file, diagnostics);
        }
        if (diagnostics.errorCount() > before) {
            return fail();
        }
        if (file.root) {
            UnusedImports.check(file, diagnostics);
        }
        FileDescriptor descriptor = DescriptorBuilder.build(file, diagnostics);
        if (descriptor == null) {
            return fail();
        }
        file.descriptor = descriptor;
        return new LinkedFile(file, descriptor, new TextSpans(file));
    }

    private @Nullable LinkedFile fail() {
        file.broken = true;
        table.rollBack();
        return null;
    }
}
