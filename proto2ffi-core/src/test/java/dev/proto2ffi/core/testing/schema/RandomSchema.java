package dev.proto2ffi.core.testing.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A schema of a few files and packages, of every syntax, construct and option, under names that hurt. What it writes is
 * valid by construction; the same seed gives the same text.
 */
public final class RandomSchema {
    private final Dice dice;
    private final String root;
    private final List<FileSpec> files = new ArrayList<>();
    private final Map<String, Set<String>> takenByPackage = new HashMap<>();

    private RandomSchema(long seed, String root) {
        this.dice = new Dice(seed);
        this.root = root;
    }

    /**
     * The texts of the files by their import names, dependencies before dependents.
     *
     * @param root the package that all of its packages are in, and the folder of its files
     */
    public static Map<String, String> of(long seed, String root) {
        RandomSchema schema = new RandomSchema(seed, root);
        int count = schema.dice.between(1, 3);
        for (int i = 0; i < count; i++) {
            schema.files.add(schema.file(i));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        schema.files.forEach(file -> texts.put(file.path, SpecPrinter.print(file)));
        return texts;
    }

    private FileSpec file(int index) {
        String protoPackage = index == 0 || dice.percent(25) ? root : root + "." + dice.of("p", "type", "self");
        boolean shared = takenByPackage.containsKey(protoPackage);
        // A type of the root must not be named as a package within it.
        Set<String> taken = takenByPackage.computeIfAbsent(
                protoPackage, name -> new HashSet<>(name.equals(root) ? Set.of("p", "type", "self") : Set.of()));
        FileSpec file = new FileSpec(root + "/f" + index + ".proto", dice.of(Syntax.values()), protoPackage, taken);
        for (FileSpec earlier : files) {
            if (dice.percent(65)) {
                file.imports.put(earlier, dice.percent(40));
            }
        }
        options(file, index);
        if (shared) {
            // Classes of two files that differ in case alone would be refused.
            file.ffi.put("java_package", "\"" + root + ".j" + index + "\"");
        }
        int count = dice.between(1, 4);
        for (int i = 0; i < count; i++) {
            if (dice.percent(40)) {
                file.enums.add(enumeration(file, file.protoPackage, file.taken));
            }
            file.messages.add(message(file, file.protoPackage, file.taken, 0));
        }
        file.messages.forEach(message -> MessageFiller.fill(message, dice));
        return file;
    }

    private void options(FileSpec file, int index) {
        if (dice.percent(30)) {
            file.ffi.put("presence", dice.of("SCHEMA", "PROTOBUF", "NONE"));
        }
        if (dice.percent(25)) {
            file.ffi.put("max_size", Integer.toString(dice.between(1, 40)));
        }
        if (dice.percent(25)) {
            file.ffi.put("max_count", Integer.toString(dice.between(1, 4)));
        }
        if (dice.percent(10)) {
            file.ffi.put("c_prefix", "\"" + root + "c" + index + "\"");
        }
        if (dice.percent(10)) {
            file.ffi.put("rust_module", "\"" + root + "::m" + index + "\"");
        }
        if (dice.percent(10)) {
            file.ffi.put("java_package", "\"" + root + ".j" + index + "\"");
        }
    }

    /** The values of an enum live in the scope around it. */
    private EnumSpec enumeration(FileSpec file, String scope, Set<String> taken) {
        String name = Names.pick(dice.random, taken);
        EnumSpec spec = new EnumSpec(name, scope + "." + name);
        spec.feature = file.syntax == Syntax.EDITION_2023 && dice.percent(50);
        spec.closed = file.syntax == Syntax.PROTO2 || (spec.feature && dice.percent(50));
        boolean mayShare = dice.percent(30);
        spec.deprecated = dice.percent(5);
        int bits = dice.of(7, 15, 31);
        Set<String> alike = new HashSet<>();
        int count = dice.between(1, 5);
        for (int i = 0; i < count; i++) {
            int number = i == 0 && (!spec.closed || dice.percent(50)) ? 0 : dice.random.nextInt() >> (31 - bits);
            if (mayShare && i == 1) {
                number = spec.values.values().iterator().next();
            } else if (spec.values.containsValue(number)) {
                continue;
            }
            String value = Names.pick(dice.random, taken);
            if (spec.values.isEmpty() || alike.add(Names.bare(value, name)) || file.syntax == Syntax.PROTO2) {
                alike.add(Names.bare(value, name));
                spec.values.put(value, number);
            }
        }
        spec.alias = new HashSet<>(spec.values.values()).size() < spec.values.size();
        if (dice.percent(50)) {
            spec.intSize =
                    bits == 7 ? dice.of("IS_8", "IS_16", "IS_32") : bits == 15 ? dice.of("IS_16", "IS_32") : "IS_32";
        }
        return spec;
    }

    private MessageSpec message(FileSpec file, String scope, Set<String> taken, int depth) {
        String name = Names.pick(dice.random, taken);
        MessageSpec message = new MessageSpec(name, scope + "." + name, file);
        if (dice.percent(18)) {
            message.ffi.put("packed", "true");
        } else if (dice.percent(15)) {
            int align = dice.percent(3) ? 4096 : 1 << dice.between(0, 7);
            message.ffi.put("align", Integer.toString(align));
            message.estimate += 2L * align;
        }
        if (dice.percent(35)) {
            message.ffi.put("order", dice.of("SMALLEST", "SMALLEST", "DECLARATION"));
        }
        if (dice.percent(10)) {
            message.ffi.put("pool_size", Integer.toString(dice.between(1, 1000)));
        }
        message.deprecated = dice.percent(6);
        message.comment = dice.percent(8) ? "Says *" + "/ something \\" : "";
        if (dice.percent(15)) {
            message.enums.add(enumeration(file, message.fullName, message.taken));
        }
        while (depth < 3 && dice.percent(20)) {
            message.messages.add(message(file, message.fullName, message.taken, depth + 1));
        }
        return message;
    }
}
