package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.Descriptor;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.MemberOrder;
import dev.proto2ffi.core.model.option.OptionTarget;
import dev.proto2ffi.core.model.option.SchemaOption;
import java.util.List;

/**
 * What a message's options ask for; a map's entry has none of its own and is as packed as the message that has the map.
 *
 * @param align in bytes, 1 where not asked for
 * @param poolSize in structs, 0 where not given
 */
record MessageOptions(MemberOrder order, boolean packed, int align, int poolSize) {
    /** As many as a pool of the Java runtime may hold: its StructPool.MAX_CAPACITY. */
    private static final long MAX_POOL_SIZE = 1 << 24;

    static MessageOptions of(Descriptor message, FileContext context) {
        if (message.getOptions().getMapEntry()) {
            Options outer = Options.of(message.getContainingType(), OptionTarget.MESSAGE, context);
            return new MessageOptions(MemberOrder.DECLARATION, outer.flag(SchemaOption.MESSAGE_PACKED), 1, 0);
        }
        Options options = Options.of(message, OptionTarget.MESSAGE, context);
        Diagnostics diagnostics = context.diagnostics();
        options.reportUnsupported();
        boolean packed = options.flag(SchemaOption.MESSAGE_PACKED);
        if (packed) {
            options = options.withoutWildcards(List.of(SchemaOption.MESSAGE_ALIGN));
        }
        if (packed && options.isSet(SchemaOption.MESSAGE_ALIGN)) {
            diagnostics.add(Diagnostic.error(
                            "misplaced-option",
                            options.span(SchemaOption.MESSAGE_ALIGN),
                            "a packed message has alignment 1")
                    .withLabel(options.span(SchemaOption.MESSAGE_PACKED), "packed here")
                    .withHelp("remove one of the two options"));
        }
        if ("KEEP".equals(options.word(SchemaOption.MESSAGE_UNKNOWN_FIELDS))) {
            diagnostics.add(Diagnostic.error(
                            "not-supported-yet",
                            options.span(SchemaOption.MESSAGE_UNKNOWN_FIELDS),
                            "unknown_fields = KEEP is not supported yet")
                    .withHelp("remove it; unknown fields are not stored then"));
        }
        return new MessageOptions(
                "SMALLEST".equals(options.word(SchemaOption.MESSAGE_ORDER))
                        ? MemberOrder.SMALLEST
                        : MemberOrder.DECLARATION,
                packed,
                Alignments.of(options, SchemaOption.MESSAGE_ALIGN, diagnostics),
                poolSize(options, diagnostics));
    }

    private static int poolSize(Options options, Diagnostics diagnostics) {
        long size = options.number(SchemaOption.MESSAGE_POOL_SIZE);
        if (options.isSet(SchemaOption.MESSAGE_POOL_SIZE) && (size == 0 || size > MAX_POOL_SIZE)) {
            diagnostics.add(Diagnostic.error(
                            "bad-pool-size",
                            options.span(SchemaOption.MESSAGE_POOL_SIZE),
                            "pool_size " + size + " is no number of structs from 1 to " + MAX_POOL_SIZE)
                    .withHelp("give the capacity of the pool in structs, such as pool_size = 1024"));
            return 0;
        }
        return (int) size;
    }
}
