package dev.proto2ffi.core.emit.rust;

import static dev.proto2ffi.core.testing.TestSchema.enumeration;
import static dev.proto2ffi.core.testing.TestSchema.file;
import static dev.proto2ffi.core.testing.TestSchema.message;

import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.model.MemberOrder;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.testing.TestSchema.FileBuilder;
import dev.proto2ffi.core.testing.TestSchema.MessageBuilder;
import dev.proto2ffi.core.testing.TestTypes;
import dev.proto2ffi.core.testing.TestTypes.Ref;
import java.util.List;
import java.util.Random;

/** Schemas of structs with random fields; the same seed gives the same schema. */
final class RandomStructs {
    private static final List<ScalarType> SCALARS = List.of(ScalarType.values());
    private static final int MAX_FIELDS = 12;
    private static final int MAX_BOUND = 9;

    private final Random random;

    private RandomStructs(long seed) {
        random = new Random(seed);
    }

    /** Structs {@code M0}, {@code M1}, …; each may hold those before it. */
    static SchemaLayout of(long seed, int structs) {
        RandomStructs source = new RandomStructs(seed);
        FileBuilder file = file("random.proto", "random");
        for (int size = 1; size <= 4; size *= 2) {
            file.add(enumeration("E" + size).value("ZERO", 0).value("ONE", 1).storageSize(size));
        }
        for (int i = 0; i < structs; i++) {
            file.add(source.struct(i));
        }
        return RustSchemas.layOut(file);
    }

    private MessageBuilder struct(int index) {
        MessageBuilder struct = message("M" + index);
        struct.order(random.nextBoolean() ? MemberOrder.DECLARATION : MemberOrder.SMALLEST);
        int fields = random.nextInt(MAX_FIELDS + 1);
        for (int i = 0; i < fields; i++) {
            Ref type = type(index);
            switch (random.nextInt(5)) {
                case 0 -> struct.field("f" + i, TestTypes.repeated(type, bound()));
                case 1 -> struct.field("f" + i, TestTypes.fixedRepeated(type, bound()));
                case 2 -> struct.optional("f" + i, type);
                default -> struct.field("f" + i, type);
            }
        }
        return struct;
    }

    private int bound() {
        return 1 + random.nextInt(MAX_BOUND);
    }

    private Ref type(int index) {
        return switch (random.nextInt(index == 0 ? 6 : 7)) {
            case 0 -> TestTypes.string(bound());
            case 1 -> TestTypes.bytes(bound());
            case 2 -> TestTypes.fixedBytes(bound());
            case 3 -> TestTypes.enumOf("random.E" + (1 << random.nextInt(3)));
            case 4, 5 -> TestTypes.scalar(SCALARS.get(random.nextInt(SCALARS.size())));
            default -> TestTypes.messageOf("random.M" + random.nextInt(Math.min(index, 6)));
        };
    }
}
