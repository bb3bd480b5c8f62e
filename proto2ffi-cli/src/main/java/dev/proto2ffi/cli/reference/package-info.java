/**
 * What is written about the command line, made of the commands themselves. picocli's model of the commands comes in;
 * out go a plain description of it ({@link CommandEntry}), man pages, and the topics that are no command's own. It must
 * not know what a command does, nor write to a stream.
 */
@NullMarked
package dev.proto2ffi.cli.reference;

import org.jspecify.annotations.NullMarked;
