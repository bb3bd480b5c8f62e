package dev.proto2ffi.core.link;

import com.google.protobuf.Descriptors.FileDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.ImportPath;
import dev.proto2ffi.core.source.ImportRoot;
import java.util.HashMap;
import java.util.Map;
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
        int before = diagnostics.errorCount();
        Lowering.lower(file, file.ast);
        if (!EditionSupport.check(file, diagnostics)) {
            return fail();
        }
        boolean importsBroken = !checkImports();
        table.beginFile();
        Declarations.declare(file, table, diagnostics);
        SchemaChecks.declared(file, diagnostics);
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
        return new LinkedFile(file, descriptor, new Spans(file));
    }

    private @Nullable LinkedFile fail() {
        file.broken = true;
        table.rollBack();
        return null;
    }

    private boolean checkImports() {
        boolean good = true;
        Map<String, FileUnit.Import> seen = new HashMap<>();
        for (FileUnit.Import each : file.imports) {
            FileUnit.Import first = seen.putIfAbsent(each.path(), each);
            if (first != null) {
                diagnostics.add(Diagnostic.error(
                                "duplicate-import", each.node().span(), "\"" + each.path() + "\" is imported twice")
                        .withLabel(first.node().span(), "imported here first")
                        .withHelp("delete one of the two"));
                good = false;
            }
            if (each.problem() == FileUnit.Problem.MISSING) {
                diagnostics.add(missing(each));
                good = false;
            } else if (each.problem() == FileUnit.Problem.CYCLE) {
                good = false;
                diagnostics.add(Diagnostic.error(
                        "broken-import",
                        each.node().span(),
                        "\"" + each.path() + "\" can't be imported here: it imports this file"));
            } else if (each.file() != null && each.file().broken) {
                diagnostics.add(
                        Diagnostic.error("broken-import", each.node().span(), "\"" + each.path() + "\" has errors"));
                good = false;
            }
        }
        return good;
    }

    private Diagnostic missing(FileUnit.Import each) {
        Diagnostic error =
                Diagnostic.error("missing-import", each.node().path().span(), "\"" + each.path() + "\" was not found");
        if (!ImportPath.isValidName(each.path())) {
            return error.withHelp("an import is a relative path with single forward slashes, without \".\" and \"..\"");
        }
        StringBuilder places = new StringBuilder();
        for (ImportRoot root : importPath.roots()) {
            places.append(places.length() == 0 ? "" : ", ").append(root.description());
        }
        return error.withHelp("looked for it in " + (places.length() == 0 ? "no place" : places)
                + "; imports are relative to the import path, not to the importing file");
    }
}
