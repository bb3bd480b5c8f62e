package dev.proto2ffi.core.link;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.ImportPath;
import dev.proto2ffi.core.source.ImportRoot;
import dev.proto2ffi.core.source.Span;
import java.util.HashMap;
import java.util.Map;

/** Whether the imports of a file lead to files without errors, each named once. */
final class ImportChecks {
    /** More than that, and protobuf-java's descriptors would take minutes and run out of stack. */
    private static final int MAX_PUBLIC_DEPTH = 1_000;

    private final FileUnit file;
    private final ImportPath importPath;
    private final Diagnostics diagnostics;

    /** protoc knows one place for each imported name, the last one. */
    private final Map<String, Span> lastPlaces = new HashMap<>();

    private ImportChecks(FileUnit file, ImportPath importPath, Diagnostics diagnostics) {
        this.file = file;
        this.importPath = importPath;
        this.diagnostics = diagnostics;
    }

    /** @return whether all imports are good */
    static boolean check(FileUnit file, ImportPath importPath, Diagnostics diagnostics) {
        return new ImportChecks(file, importPath, diagnostics).check();
    }

    private boolean check() {
        for (FileUnit.Import each : file.imports) {
            lastPlaces.put(each.path(), each.node().span());
        }
        boolean good = true;
        Map<String, FileUnit.Import> seen = new HashMap<>();
        for (FileUnit.Import each : file.imports) {
            FileUnit.Import first = seen.putIfAbsent(each.path(), each);
            if (first != null) {
                diagnostics.add(
                        Diagnostic.error("duplicate-import", place(each), "\"" + each.path() + "\" is imported twice")
                                .withLabel(first.node().span(), "imported here first")
                                .withHelp("delete one of the two"));
                good = false;
            } else if (!isGood(each)) {
                good = false;
            }
        }
        return good && publicDepthIsGood();
    }

    private Span place(FileUnit.Import each) {
        return lastPlaces.getOrDefault(each.path(), each.node().span());
    }

    private boolean isGood(FileUnit.Import each) {
        if (each.problem() == FileUnit.Problem.MISSING) {
            diagnostics.add(missing(each));
            return false;
        }
        if (each.problem() == FileUnit.Problem.NONE && each.file() != null && !each.file().broken) {
            return true;
        }
        // Where this file begins a cycle, the cycle has been reported, at this import.
        if (!file.broken) {
            String reason = each.problem() == FileUnit.Problem.CYCLE ? " imports this file" : " has errors";
            diagnostics.add(Diagnostic.error("broken-import", place(each), "\"" + each.path() + "\"" + reason));
        }
        return false;
    }

    private boolean publicDepthIsGood() {
        for (FileUnit.Import each : file.imports) {
            if (each.file() == null || !each.isPublic()) {
                continue;
            }
            file.publicDepth = Math.max(file.publicDepth, each.file().publicDepth + 1);
            if (file.publicDepth > MAX_PUBLIC_DEPTH) {
                diagnostics.add(Diagnostic.error(
                                "public-import-depth",
                                each.node().span(),
                                "public imports lead through more than " + MAX_PUBLIC_DEPTH + " files here")
                        .withHelp("import what is needed directly"));
                return false;
            }
        }
        return true;
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
