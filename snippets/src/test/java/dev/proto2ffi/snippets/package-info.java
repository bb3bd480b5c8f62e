/**
 * The snippets of the documentation, compiled or run, and its links, followed.
 *
 * <p>Comes in: the Markdown pages of the repository. Goes out: a test for each snippet, named {@code page:line}. Must not
 * know: any page or schema in particular; what a snippet needs stands in a mark in front of it, see CONTRIBUTING.md.
 */
@NullMarked
package dev.proto2ffi.snippets;

import org.jspecify.annotations.NullMarked;
