package dev.proto2ffi.core.model.rule;

import dev.proto2ffi.core.source.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * A text of rules.
 *
 * @param file import name of the only file whose declarations they are for; null for those of all files
 */
public record RuleText(SourceFile source, @Nullable String file) {}
