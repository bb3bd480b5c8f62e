package dev.proto2ffi.core.model.build;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.link.LinkedFile;
import dev.proto2ffi.core.link.OptionReader;
import dev.proto2ffi.core.link.Spans;

/**
 * What the builders of one file's definitions share.
 *
 * @param options reads the custom options of the whole schema
 * @param rules options that are set from outside of the .proto files, of the whole schema
 */
record FileContext(
        LinkedFile file, OptionReader options, RuleIndex rules, CommentIndex comments, Diagnostics diagnostics) {
    Spans spans() {
        return file.spans();
    }
}
