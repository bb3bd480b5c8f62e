package dev.proto2ffi.benchmarks.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Schemas as a company has them, from a seed: each file has an enum and three messages with comments and bounds, and imports
 * up to three files before it; 20 files share a package. A message holds messages of other files, but only those that hold
 * none themselves: structs don't grow with the number of files.
 */
final class ProtoFiles {
    private static final long SEED = 2026;
    private static final int FILES_OF_A_PACKAGE = 20;
    private static final int IMPORTS = 3;
    private static final String[] SCALARS = {
        "int32", "int64", "uint32", "uint64", "sint64", "fixed32", "bool", "double", "float"
    };
    private static final String[] NAMES = {
        "amount",
        "balance",
        "code",
        "count",
        "created_at",
        "label",
        "level",
        "limit",
        "origin",
        "price",
        "rate",
        "score",
        "size",
        "state",
        "total",
        "updated_at",
        "version",
        "weight"
    };

    private ProtoFiles() {}

    /** Writes that many files into the directory; their paths. */
    static List<Path> write(Path directory, int files) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            Path path = directory.resolve(name(i));
            Files.createDirectories(path.getParent());
            Files.writeString(path, text(i, random));
            paths.add(path);
        }
        return paths;
    }

    private static String name(int file) {
        return "shop/area" + file / FILES_OF_A_PACKAGE + "/file" + file + ".proto";
    }

    private static String packageOf(int file) {
        return "shop.area" + file / FILES_OF_A_PACKAGE;
    }

    private static String text(int file, SplittableRandom random) {
        Set<Integer> imports = new TreeSet<>();
        for (int i = 0; i < Math.min(file, IMPORTS); i++) {
            imports.add(random.nextInt(file));
        }
        StringBuilder text = new StringBuilder(4_096)
                .append("// What area ")
                .append(file / FILES_OF_A_PACKAGE)
                .append(" keeps in file ")
                .append(file)
                .append(".\nsyntax = \"proto3\";\n\npackage ")
                .append(packageOf(file))
                .append(";\n\nimport \"proto2ffi/options.proto\";\n");
        imports.forEach(other -> text.append("import \"").append(name(other)).append("\";\n"));
        text.append("\noption java_multiple_files = true;\noption java_package = \"")
                .append(packageOf(file))
                .append("\";\n");
        state(text, file);
        message(text, "Key" + file, random, 4, List.of());
        message(text, "Entry" + file, random, 10, List.of("Key" + file + " key", "State" + file + " entry_state"));
        List<String> fields = new ArrayList<>(List.of("repeated Entry" + file + " entries"));
        imports.forEach(other -> fields.add("." + packageOf(other) + ".Key" + other + " other" + other));
        message(text, "Page" + file, random, 5, fields);
        return text.toString();
    }

    private static void state(StringBuilder text, int file) {
        text.append("\n// Where an entry is.\nenum State").append(file).append(" {\n");
        String[] values = {"UNKNOWN", "OPEN", "CLOSED", "ARCHIVED"};
        for (int i = 0; i < values.length; i++) {
            text.append("  STATE")
                    .append(file)
                    .append('_')
                    .append(values[i])
                    .append(" = ")
                    .append(i)
                    .append(";\n");
        }
        text.append("}\n");
    }

    /** A message of scalars and a text, and behind them the given fields. */
    private static void message(
            StringBuilder text, String name, SplittableRandom random, int scalars, List<String> fields) {
        text.append("\n// One ")
                .append(name)
                .append(", as it is stored.\nmessage ")
                .append(name)
                .append(" {\n");
        int number = 1;
        for (; number <= scalars; number++) {
            text.append("  // Of the ")
                    .append(name)
                    .append(".\n  ")
                    .append(SCALARS[random.nextInt(SCALARS.length)])
                    .append(' ')
                    .append(NAMES[random.nextInt(NAMES.length)])
                    .append('_')
                    .append(number)
                    .append(" = ")
                    .append(number)
                    .append(";\n");
        }
        text.append("  string text = ")
                .append(number++)
                .append(" [(proto2ffi.field).max_size = ")
                .append(16 << random.nextInt(4))
                .append("];\n");
        for (String field : fields) {
            text.append("  ")
                    .append(field)
                    .append(" = ")
                    .append(number++)
                    .append(field.startsWith("repeated") ? " [(proto2ffi.field).max_count = 16];\n" : ";\n");
        }
        text.append("}\n");
    }
}
