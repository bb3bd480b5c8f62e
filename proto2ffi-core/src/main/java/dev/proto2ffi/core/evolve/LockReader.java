package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.evolve.LockLine.BadLine;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the text of a lock file. A line that is wrong is reported, and the others are looked at all the same. */
public final class LockReader {
    private static final String CONFLICT = "this is the mark of a merge conflict";

    private final Diagnostics diagnostics;
    private final List<FileSection> files = new ArrayList<>();
    private final Map<String, Span> declared = new HashMap<>();

    private LockReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Whether a file begins as lock files do. */
    public static boolean isLock(SourceFile file) {
        int length = LockWriter.MAGIC.length();
        return file.length() > length
                && file.byteAt(length) == ' '
                && file.text(0, length).equals(LockWriter.MAGIC);
    }

    /**
     * @param diagnostics takes an error with its place for each line that is wrong
     * @return null after errors
     */
    public static @Nullable SchemaFacts read(SourceFile file, Diagnostics diagnostics) {
        LockReader reader = new LockReader(diagnostics);
        List<LockLine> lines = LockLine.of(file);
        int errors = diagnostics.errorCount();
        if (reader.header(file, lines)) {
            reader.sections(lines.subList(1, lines.size()));
        }
        if (diagnostics.errorCount() > errors) {
            return null;
        }
        return new SchemaFacts(reader.files.stream().map(FileSection::facts).toList());
    }

    private boolean header(SourceFile file, List<LockLine> lines) {
        try {
            if (lines.isEmpty() || !lines.get(0).skip(LockWriter.MAGIC)) {
                throw new BadLine(
                        lines.isEmpty() ? Span.startOf(file) : lines.get(0).span(),
                        "this is no lock file: those begin with '" + LockWriter.MAGIC + " " + LockWriter.VERSION + "'");
            }
            int version = lines.get(0).number("the version of the format", 1);
            lines.get(0).end();
            if (version != LockWriter.VERSION) {
                diagnostics.add(Diagnostic.error(
                                "lock-version",
                                lines.get(0).span(),
                                "this lock file has version " + version
                                        + " of the format; this proto2ffi knows version " + LockWriter.VERSION)
                        .withHelp("use the proto2ffi that wrote it, or write it again with 'proto2ffi lock'"));
                return false;
            }
            return true;
        } catch (BadLine e) {
            diagnostics.add(e.diagnostic());
            return false;
        }
    }

    private void sections(List<LockLine> lines) {
        LockSection current = null;
        for (LockLine line : lines) {
            try {
                if (isConflict(line)) {
                    diagnostics.add(Diagnostic.error("lock-file", line.span(), CONFLICT)
                            .withHelp("merge the .proto files, then write the lock file again with 'proto2ffi lock'"));
                } else if (!line.isIndented()) {
                    finish(current);
                    current = null;
                    current = begin(line);
                } else if (current != null) {
                    current.read(line);
                }
            } catch (BadLine e) {
                diagnostics.add(e.diagnostic());
            }
        }
        finish(current);
    }

    private static boolean isConflict(LockLine line) {
        String head = line.head();
        return head.equals("<<<<<<<") || head.equals("=======") || head.equals(">>>>>>>") || head.equals("|||||||");
    }

    private void finish(@Nullable LockSection section) {
        if (section != null) {
            try {
                section.finish();
            } catch (BadLine e) {
                diagnostics.add(e.diagnostic());
            }
        }
    }

    private LockSection begin(LockLine line) throws BadLine {
        String kind = line.word("a section");
        if (!kind.equals("file") && files.isEmpty()) {
            throw new BadLine(line.span(), "expected 'file', not '" + kind + "'");
        }
        FileSection file = files.isEmpty() ? null : files.get(files.size() - 1);
        String name = line.word("a name");
        line.end();
        Span earlier = declared.putIfAbsent(kind.equals("file") ? "file " + name : name, line.span());
        if (earlier != null) {
            diagnostics.add(Diagnostic.error("lock-file", line.span(), name + " stands here for the second time")
                    .withLabel(earlier, "the first")
                    .withHelp(LockLine.HELP));
        }
        if (kind.equals("file") || file == null) {
            FileSection section = new FileSection(name, line.span());
            files.add(section);
            return section;
        }
        return switch (kind) {
            case "enum" -> new EnumSection(file, name, line.span());
            case "message" -> new MessageSection(file, name, line.span());
            case "service" -> new ServiceSection(file, name, line.span());
            default ->
                throw new BadLine(line.span(), "expected 'file', 'enum', 'message' or 'service', not '" + kind + "'");
        };
    }
}
