package dev.proto2ffi.core.link;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.ImportPath;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.syntax.Declaration;
import dev.proto2ffi.core.syntax.FileNode;
import dev.proto2ffi.core.syntax.ImportNode;
import dev.proto2ffi.core.syntax.Parser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses and links files and all that they import, each once, dependencies first.
 *
 * <p>A file is linked when all that it imports is, so that what it learns about them is final. The order of files, and
 * with it the order of messages, is protoc's: depth first, imports in the order in which they stand.
 */
public final class Linker {
    private final ImportPath imports;
    private final Diagnostics diagnostics;
    private final SymbolTable table = new SymbolTable();
    private final Map<String, FileUnit> files = new HashMap<>();
    private final Set<FileUnit> inProgress = new HashSet<>();
    private final List<LinkedFile> linked = new ArrayList<>();

    private Linker(ImportPath imports, Diagnostics diagnostics) {
        this.imports = imports;
        this.diagnostics = diagnostics;
    }

    /**
     * Parses and links the files with these import names and all that they import.
     *
     * @param roots files already read; an import of one of their names means this text
     * @param diagnostics is told everything; files with errors, and those that need them, are missing from the result
     * @throws IOException when a file is there and can't be read
     */
    public static LinkedSchema link(List<SourceFile> roots, ImportPath imports, Diagnostics diagnostics)
            throws IOException {
        Linker linker = new Linker(imports, diagnostics);
        Map<String, SourceFile> rootsByName = new HashMap<>();
        for (SourceFile root : roots) {
            rootsByName.putIfAbsent(root.importName(), root);
        }
        for (SourceFile root : roots) {
            linker.linkTree(root, rootsByName);
        }
        return new LinkedSchema(linker.linked);
    }

    /** A file whose imports are being visited. */
    private static final class Visit {
        final FileUnit file;
        final Iterator<ImportNode> open;

        /** The import that is being followed. */
        @Nullable ImportNode current;

        Visit(FileUnit file, List<ImportNode> imports) {
            this.file = file;
            this.open = imports.iterator();
        }
    }

    private void linkTree(SourceFile root, Map<String, SourceFile> rootsByName) throws IOException {
        if (files.containsKey(root.importName())) {
            return;
        }
        List<Visit> stack = new ArrayList<>();
        enter(root, true, stack);
        while (!stack.isEmpty()) {
            Visit visit = stack.get(stack.size() - 1);
            if (!visit.open.hasNext()) {
                stack.remove(stack.size() - 1);
                leave(visit.file);
                continue;
            }
            ImportNode node = visit.open.next();
            visit.current = node;
            String name = node.path().text();
            FileUnit known = files.get(name);
            if (known == null) {
                SourceFile asRoot = rootsByName.get(name);
                SourceFile source = asRoot != null ? asRoot : imports.find(name);
                if (source != null) {
                    known = enter(source, asRoot != null, stack);
                }
            } else if (inProgress.contains(known)) {
                reportCycle(stack, known);
                visit.file.imports.add(new FileUnit.Import(node, name, null, FileUnit.Problem.CYCLE));
                continue;
            }
            visit.file.imports.add(new FileUnit.Import(
                    node, name, known, known == null ? FileUnit.Problem.MISSING : FileUnit.Problem.NONE));
        }
    }

    private FileUnit enter(SourceFile source, boolean root, List<Visit> stack) {
        int before = diagnostics.errorCount();
        FileNode ast = Parser.parse(source, diagnostics);
        FileUnit file = new FileUnit(source, ast, root);
        files.put(source.importName(), file);
        if (diagnostics.errorCount() > before) {
            file.broken = true;
            return file;
        }
        List<ImportNode> nodes = new ArrayList<>();
        for (Declaration each : ast.declarations()) {
            if (each instanceof ImportNode node) {
                nodes.add(node);
            }
        }
        inProgress.add(file);
        stack.add(new Visit(file, nodes));
        return file;
    }

    private void leave(FileUnit file) {
        inProgress.remove(file);
        LinkedFile result = FileLinker.link(file, table, imports, diagnostics);
        if (result != null) {
            linked.add(result);
        }
    }

    private void reportCycle(List<Visit> stack, FileUnit target) {
        int from = 0;
        while (stack.get(from).file != target) {
            from++;
        }
        StringBuilder cycle = new StringBuilder();
        for (Visit visit : stack.subList(from, stack.size())) {
            cycle.append(visit.file.name()).append(" -> ");
        }
        ImportNode first = stack.get(from).current;
        Diagnostic error = Diagnostic.error(
                "cyclic-import",
                first == null ? target.start() : first.span(),
                "\"" + target.name() + "\" imports itself: " + cycle + target.name());
        for (Visit visit : stack.subList(from + 1, stack.size())) {
            if (visit.current != null) {
                error = error.withLabel(
                        visit.current.span(),
                        "\"" + visit.file.name() + "\" imports \""
                                + visit.current.path().text() + "\" here");
            }
        }
        diagnostics.add(error.withHelp("move what both sides need into a file of its own"));
        target.broken = true;
    }
}
