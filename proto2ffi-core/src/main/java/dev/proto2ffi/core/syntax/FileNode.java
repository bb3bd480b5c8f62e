package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parsed file. Later phases may rely on it only if the parser reported no error for the file.
 *
 * @param tokens all tokens in order, the end-of-file token last; comments are found in the gaps between them
 * @param syntax the syntax or edition declaration, null where the file has none (proto2)
 * @param declarations everything else at file level, in order
 */
public record FileNode(
        SourceFile file, List<Token> tokens, @Nullable SyntaxNode syntax, List<Declaration> declarations)
        implements Node {
    public FileNode {
        declarations = List.copyOf(declarations);
    }

    @Override
    public Span span() {
        return new Span(file, 0, file.length());
    }
}
