package dev.proto2ffi.core.testing;

import dev.proto2ffi.core.model.DefaultValue;
import dev.proto2ffi.core.model.MemberOrder;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.testing.TestSchema.EnumBuilder;
import dev.proto2ffi.core.testing.TestSchema.FileBuilder;
import dev.proto2ffi.core.testing.TestSchema.MessageBuilder;
import dev.proto2ffi.core.testing.TestTypes.Ref;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A schema of a few files and packages with random messages of every construct, under names that hurt. The same seed
 * gives the same schema. Fields are numbered as they are made, so that a failing schema can be shrunk by making it again
 * without some of them.
 */
public final class RandomSchema {
    private static final List<ScalarType> SCALARS = List.of(ScalarType.values());
    private static final int MAX_FIELDS = 12;
    private static final int MAX_BOUND = 9;

    /** A message of more bytes isn't held by others, lest structs grow without end. */
    private static final long MAX_HELD = 2_000;

    private static final List<String> NAMES = List.of(
            "a",
            "b",
            "x",
            "X",
            "id",
            "ID",
            "value",
            "Value",
            "fooBar",
            "foo_bar",
            "FooBar",
            "foo_bar_",
            "_",
            "__",
            "_x",
            "x_",
            "x__y",
            "x1",
            "x_1",
            "X_1",
            "size",
            "Size",
            "SIZE",
            "data",
            "type",
            "TYPE",
            "self",
            "Self",
            "class",
            "get_class",
            "int",
            "long",
            "struct",
            "union",
            "template",
            "fn",
            "match",
            "crate",
            "mod",
            "async",
            "default",
            "record",
            "yield",
            "var",
            "at",
            "allocate",
            "clear",
            "clear_x",
            "has_x",
            "set_x",
            "add_x",
            "x_count",
            "xCount",
            "x_at",
            "init",
            "init_x",
            "copy_from",
            "to_string",
            "hash_code",
            "segment",
            "address",
            "offset",
            "index",
            "base",
            "count",
            "p2f_has",
            "p2f_has_",
            "p2f_empty",
            "p2f",
            "String",
            "Object",
            "Option",
            "Result",
            "Vec",
            "u8",
            "str",
            "errno",
            "EOF",
            "NULL",
            "bool",
            "true",
            "uint8_t",
            "INT32_MAX",
            "I",
            "linux",
            "core",
            "std",
            "java",
            "dev",
            "Struct",
            "StructView",
            "MemorySegment",
            "LAYOUT",
            "ALIGNMENT",
            "Handles",
            "Elements",
            "Each",
            "List",
            "Override",
            "Access",
            "Flat",
            "Bool",
            "Bytes",
            "Error",
            "Default",
            "Copy");

    private final Random random;
    private final String root;
    private final Set<Integer> dropped;
    private final List<Held> enums = new ArrayList<>();
    private final List<Held> messages = new ArrayList<>();
    private int fields;

    /** A type that fields may have, and an upper bound of its bytes. */
    private record Held(String fullName, long size) {}

    private RandomSchema(long seed, String root, Set<Integer> dropped) {
        this.random = new Random(seed);
        this.root = root;
        this.dropped = dropped;
    }

    /**
     * The files of a schema, dependencies before dependents.
     *
     * @param root the package that all of its packages are in, and the folder of its files
     */
    public static List<FileBuilder> of(long seed, String root) {
        return of(seed, root, Set.of());
    }

    /** As {@link #of(long, String)}, without the fields of these numbers. */
    public static List<FileBuilder> of(long seed, String root, Set<Integer> dropped) {
        return new RandomSchema(seed, root, dropped).files();
    }

    /** The number of fields in the schema of a seed. */
    public static int fields(long seed) {
        RandomSchema schema = new RandomSchema(seed, "counted", Set.of());
        schema.files();
        return schema.fields;
    }

    private List<FileBuilder> files() {
        List<FileBuilder> files = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String path = root + "/f" + i + ".proto";
            String protoPackage =
                    i == 0 ? root : root + "." + List.of("p", "type").get(i - 1);
            FileBuilder file = TestSchema.file(path, protoPackage).imports(paths.toArray(String[]::new));
            fill(file, protoPackage);
            files.add(file);
            paths.add(path);
        }
        return files;
    }

    private void fill(FileBuilder file, String protoPackage) {
        // Later packages are named p and type: a type of the root must not be.
        Set<String> taken = new HashSet<>(Set.of("p", "type"));
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(3) == 0) {
                file.add(enumeration(protoPackage, name(taken), taken));
            }
            file.add(message(protoPackage, name(taken), 0));
        }
    }

    private String name(Set<String> taken) {
        while (true) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            if (taken.add(name)) {
                return name;
            }
        }
    }

    /** The values of an enum live in the scope around it. */
    private EnumBuilder enumeration(String scope, String name, Set<String> taken) {
        EnumBuilder enumeration = TestSchema.enumeration(name);
        int size = 1 << random.nextInt(3);
        enumeration.storageSize(size);
        if (random.nextBoolean()) {
            enumeration.closed();
        }
        int values = 1 + random.nextInt(4);
        for (int i = 0; i < values; i++) {
            enumeration.value(name(taken), i == 0 ? random.nextInt(2) : random.nextInt(256) - 128);
        }
        enums.add(new Held(scope + "." + name, size));
        return enumeration;
    }

    private MessageBuilder message(String scope, String name, int depth) {
        MessageBuilder message = TestSchema.message(name);
        String fullName = scope + "." + name;
        Set<String> taken = new HashSet<>();
        if (depth < 2 && random.nextInt(4) == 0) {
            message.add(message(fullName, name(taken), depth + 1));
        }
        if (random.nextInt(5) == 0) {
            message.add(enumeration(fullName, name(taken), taken));
        }
        message.order(random.nextBoolean() ? MemberOrder.DECLARATION : MemberOrder.SMALLEST);
        if (random.nextInt(10) == 0) {
            message.deprecated();
        }
        // Now and then more presence bits than fit in one word.
        int count = random.nextInt(20) == 0 ? 40 : random.nextInt(MAX_FIELDS + 1);
        long size = 8;
        for (int i = 0; i < count; i++) {
            size += field(message, name(taken));
        }
        messages.add(new Held(fullName, size));
        return message;
    }

    /** Adds a field, unless it is to be dropped; the bytes that it takes at most, dropped or not. */
    private long field(MessageBuilder message, String name) {
        Typed type = type();
        int shape = random.nextInt(6);
        int bound = bound();
        boolean optional = random.nextInt(3) == 0;
        boolean hasDefault = random.nextInt(4) == 0;
        DefaultValue value = shape > 1 && hasDefault ? type.value() : null;
        boolean isKept = !dropped.contains(fields++);
        if (isKept && shape == 0) {
            message.field(name, TestTypes.repeated(type.type(), bound));
        } else if (isKept && shape == 1) {
            message.field(name, TestTypes.fixedRepeated(type.type(), bound));
        } else if (isKept) {
            message.field(name, type.type(), optional, value, random.nextInt(8) == 0 ? "About it. */ */" : "");
        }
        return shape < 2 ? 12 + bound * type.size() : 12 + type.size();
    }

    private int bound() {
        return 1 + random.nextInt(MAX_BOUND);
    }

    /** A type, the bytes that it takes at most, and a default that it could have. */
    private record Typed(Ref type, long size, @Nullable DefaultValue value) {}

    private Typed type() {
        int bound = bound();
        switch (random.nextInt(8)) {
            case 0:
                String text = "\u00e9\"\\?".substring(0, Math.min(4, (bound - 1) / 2));
                return new Typed(
                        TestTypes.string(bound), bound, text.isEmpty() ? null : new DefaultValue.OfString(text));
            case 1:
                return new Typed(TestTypes.bytes(bound), 8 + bound, new DefaultValue.OfBytes(new byte[bound]));
            case 2:
                byte[] fixed = "\0\"\\abcdefghi".substring(0, bound).getBytes(StandardCharsets.ISO_8859_1);
                return new Typed(TestTypes.fixedBytes(bound), bound, new DefaultValue.OfBytes(fixed));
            case 3:
                if (!enums.isEmpty()) {
                    Held held = enums.get(random.nextInt(enums.size()));
                    return new Typed(TestTypes.enumOf(held.fullName()), held.size(), null);
                }
                return scalar();
            case 4:
                List<Held> small = messages.stream()
                        .filter(held -> held.size() <= MAX_HELD)
                        .toList();
                if (!small.isEmpty()) {
                    Held held = small.get(random.nextInt(small.size()));
                    return new Typed(TestTypes.messageOf(held.fullName()), held.size(), null);
                }
                return scalar();
            default:
                return scalar();
        }
    }

    private Typed scalar() {
        ScalarType type = SCALARS.get(random.nextInt(SCALARS.size()));
        DefaultValue value = switch (type.kind()) {
            case SIGNED -> new DefaultValue.OfInteger(type.size() == 4 ? random.nextInt() : random.nextLong());
            case UNSIGNED ->
                new DefaultValue.OfInteger(type.size() == 4 ? random.nextInt() & 0xffff_ffffL : random.nextLong());
            case FLOATING -> new DefaultValue.OfFloating(type.size() == 4 ? random.nextFloat() : random.nextDouble());
            case BOOL -> new DefaultValue.OfBool(true);
        };
        return new Typed(TestTypes.scalar(type), type.size(), value);
    }
}
