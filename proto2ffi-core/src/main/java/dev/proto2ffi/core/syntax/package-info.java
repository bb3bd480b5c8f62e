/**
 * From text to syntax trees: lexer, parser, and the AST as records that carry spans.
 *
 * <p>In: a {@link dev.proto2ffi.core.source.SourceFile}. Out: a {@link dev.proto2ffi.core.syntax.FileNode}, and
 * diagnostics for all syntax errors of the file. Must not know what names mean.
 */
@NullMarked
package dev.proto2ffi.core.syntax;

import org.jspecify.annotations.NullMarked;
