package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.SourceCodeInfo;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes locations in the order in which they are begun, and hands out comments at the ends of declarations, which must
 * be told in the order of the text.
 */
final class LocationWriter {
    private final SourceFile file;
    private final TabColumns columns;
    private final SourceCodeInfo.Builder info = SourceCodeInfo.newBuilder();
    private @Nullable String leading;
    private List<String> detached = new ArrayList<>();

    LocationWriter(SourceFile file) {
        this.file = file;
        this.columns = new TabColumns(file);
        CommentScanner.Comments first = CommentScanner.atStart(file);
        this.leading = first.leading();
        this.detached.addAll(first.detached());
    }

    Location.Builder add(int[] path, Span span) {
        return add(path, span.start(), span.end());
    }

    Location.Builder add(int[] path, int start, int end) {
        Location.Builder location = info.addLocationBuilder();
        for (int part : path) {
            location.addPath(part);
        }
        int startLine = file.line(start);
        int endLine = file.line(Math.max(start, end - 1));
        location.addSpan(startLine).addSpan(columns.of(start, startLine));
        if (endLine != startLine) {
            location.addSpan(endLine);
        }
        location.addSpan(columns.of(end, endLine));
        return location;
    }

    /** A declaration's {@code ;} or opening brace ends at {@code offset}: it gets the comments collected for it. */
    void declarationEnds(int offset, Location.Builder location) {
        CommentScanner.Comments comments = CommentScanner.behind(file, offset);
        if (leading != null && !leading.isEmpty()) {
            location.setLeadingComments(leading);
        }
        if (comments.trailing() != null && !comments.trailing().isEmpty()) {
            location.setTrailingComments(comments.trailing());
        }
        location.addAllLeadingDetachedComments(detached);
        leading = comments.leading();
        detached = new ArrayList<>(comments.detached());
    }

    /** A brace that closes a scope ends at {@code offset}: what was detached inside stays inside. */
    void scopeEnds(int offset) {
        CommentScanner.Comments comments = CommentScanner.behind(file, offset);
        leading = comments.leading();
        detached = new ArrayList<>(comments.detached());
    }

    /** A lone semicolon ends at {@code offset}. */
    void emptyEnds(int offset) {
        CommentScanner.Comments comments = CommentScanner.behind(file, offset);
        leading = comments.leading();
        detached.addAll(comments.detached());
    }

    SourceCodeInfo finish() {
        return info.build();
    }
}
