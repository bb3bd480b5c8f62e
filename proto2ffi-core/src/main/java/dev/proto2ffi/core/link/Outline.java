package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a file whose text isn't there, as far as the SourceCodeInfo of its descriptor tells of them. */
final class Outline {
    /** Beyond these no person wrote the file; the places of a hostile descriptor are not worth the memory. */
    private static final int MAX_LINES = 1 << 20;

    private static final int MAX_BYTES = 64 << 20;

    private int[] lengths = new int[64];
    private int lines;
    private long bytes;

    private Outline() {}

    /** A file that all places of the descriptor point into; without lines where there are none. */
    static SourceFile of(FileDescriptorProto file) {
        Outline outline = new Outline();
        for (Location location : file.getSourceCodeInfo().getLocationList()) {
            List<Integer> span = location.getSpanList();
            if (isSpan(span) && !outline.reaches(endLine(span), endColumn(span))) {
                return SourceFile.withoutText(file.getName());
            }
        }
        return SourceFile.withoutText(file.getName(), Arrays.copyOf(outline.lengths, outline.lines));
    }

    /** Makes the line as long as the column says; false where that is more than a file can have. */
    private boolean reaches(int line, int column) {
        if (line < 0 || line >= MAX_LINES || column < 0) {
            return false;
        }
        if (line >= lengths.length) {
            lengths = Arrays.copyOf(lengths, Math.max(line + 1, lengths.length * 2));
        }
        lines = Math.max(lines, line + 1);
        bytes += Math.max(0L, (long) column - lengths[line]);
        lengths[line] = Math.max(lengths[line], column);
        return bytes + lines <= MAX_BYTES;
    }

    /**
     * @param outline of the file that the place is in
     * @return null where the place isn't in the file
     */
    static @Nullable Span span(SourceFile outline, Location location) {
        List<Integer> span = location.getSpanList();
        if (!isSpan(span)) {
            return null;
        }
        int start = offset(outline, span.get(0), span.get(1));
        int end = offset(outline, endLine(span), endColumn(span));
        return start < 0 ? null : new Span(outline, start, Math.max(start, end));
    }

    private static int offset(SourceFile outline, int line, int column) {
        if (line < 0 || line >= outline.lineCount() || column < 0) {
            return -1;
        }
        int offset = outline.lineStart(line) + Math.min(column, outline.length());
        return offset <= outline.length() ? offset : -1;
    }

    /** Line and column of the start, line of the end where it is another, column of the end; all from 0. */
    private static boolean isSpan(List<Integer> span) {
        return span.size() == 3 || span.size() == 4;
    }

    private static int endLine(List<Integer> span) {
        return span.size() == 4 ? span.get(2) : span.get(0);
    }

    private static int endColumn(List<Integer> span) {
        return span.get(span.size() - 1);
    }
}
