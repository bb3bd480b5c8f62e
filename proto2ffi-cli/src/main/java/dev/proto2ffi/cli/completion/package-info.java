/**
 * Scripts that complete command lines in shells. A description of the commands comes in, the text of a script goes out,
 * one class for each shell. It must not know picocli, nor write to a stream. picocli has a generator for bash, which zsh can
 * imitate; it knows neither directories nor suffixes of files, and shows no descriptions.
 */
@NullMarked
package dev.proto2ffi.cli.completion;

import org.jspecify.annotations.NullMarked;
