package dev.proto2ffi.core.link;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;

/** Interpreted options as protobuf-java's options messages; extensions stay unknown fields. */
final class OptionsMessages {
    private OptionsMessages() {}

    /** @param strip whether to leave out what has retention SOURCE */
    static <T extends Message> T read(Parser<T> parser, OptionSet options, boolean strip) {
        try {
            return parser.parsePartialFrom(options.value == null ? new byte[0] : options.value.toBytes(strip));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("own options of " + options.target.word + " " + options.scope, e);
        }
    }
}
