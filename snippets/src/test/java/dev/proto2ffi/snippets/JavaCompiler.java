package dev.proto2ffi.snippets;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** javac, in this process. */
final class JavaCompiler {
    private JavaCompiler() {}

    /** Compiles generated code, which must succeed. */
    static void compile(List<Path> files, Path classes) throws IOException {
        DiagnosticCollector<JavaFileObject> said = compile(files, classes, List.of("-nowarn"));
        for (Diagnostic<? extends JavaFileObject> one : said.getDiagnostics()) {
            if (one.getKind() == Diagnostic.Kind.ERROR) {
                throw new AssertionError("generated Java doesn't compile: " + one);
            }
        }
    }

    /** Compiles a snippet against the classes; what javac says, with places of the page, empty where it is content. */
    static String compile(Path file, Composition source, Path classes) throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> lint = List.of("-Xlint:deprecation,removal,unchecked,rawtypes,static,divzero,empty");
        for (Diagnostic<? extends JavaFileObject> one :
                compile(List.of(file), classes, lint).getDiagnostics()) {
            boolean ofUse = one.getKind() == Diagnostic.Kind.ERROR || one.getKind() == Diagnostic.Kind.WARNING;
            if (ofUse) {
                text.append(source.place(one.getLineNumber()))
                        .append(": ")
                        .append(one.getMessage(Locale.ROOT))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static DiagnosticCollector<JavaFileObject> compile(List<Path> files, Path classes, List<String> lint)
            throws IOException {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        if (files.isEmpty()) {
            return said;
        }
        javax.tools.JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = new java.util.ArrayList<>(lint);
        options.addAll(List.of("-proc:none", "-g:none", "--release", "22", "-d", classes.toString()));
        options.addAll(List.of("-cp", classes + File.pathSeparator + Project.classPath()));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(said, Locale.ROOT, null)) {
            Boolean done = compiler.getTask(
                            null, manager, said, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!done && said.getDiagnostics().isEmpty()) {
                throw new IOException("javac failed without a word");
            }
        }
        return said;
    }
}
