package dev.proto2ffi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A tree of schemas such as a company has: packages that import a few common files and each other, messages, enums, services.
 * Run by hand, it makes one: {@code ManyFiles DIR COUNT}.
 */
final class ManyFiles {
    private static final int FILES_OF_A_PACKAGE = 20;

    private ManyFiles() {}

    public static void main(String[] args) throws IOException {
        make(Path.of(args[0]), Integer.parseInt(args[1]));
    }

    /** The same files each time, in order. */
    static List<Path> make(Path directory, int count) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = directory.resolve(name(i));
            Files.createDirectories(file.resolveSibling("x").getParent());
            files.add(Files.writeString(file, text(i)));
        }
        return files;
    }

    private static String name(int i) {
        return "org/unit" + i / FILES_OF_A_PACKAGE + "/thing" + i + ".proto";
    }

    private static String text(int i) {
        int first = i - i % FILES_OF_A_PACKAGE;
        StringBuilder out = new StringBuilder("syntax = \"proto3\";\n\n");
        out.append("package org.unit").append(i / FILES_OF_A_PACKAGE).append(";\n\n");
        List<Integer> imports = new ArrayList<>();
        if (i > 0) {
            imports.add(0);
        }
        if (i > first && first > 0) {
            imports.add(first);
        }
        if (i > first + 1) {
            imports.add(i - 1);
        }
        imports.forEach(other -> out.append("import \"").append(name(other)).append("\";\n"));
        out.append("\n// What a thing can be.\nenum Kind").append(i).append(" {\n");
        for (int value = 0; value < 5; value++) {
            out.append("  KIND").append(i).append("_V").append(value).append(" = ").append(value).append(";\n");
        }
        out.append("}\n\n");
        for (int message = 0; message < 3; message++) {
            appendMessage(out, i, message, imports);
        }
        if (i % 10 == 3) {
            out.append("service Find").append(i).append(" {\n  rpc Get(Thing").append(i).append("A) returns (Thing");
            out.append(i).append("B);\n}\n");
        }
        return out.toString();
    }

    private static void appendMessage(StringBuilder out, int i, int message, List<Integer> imports) {
        char letter = (char) ('A' + message);
        out.append("// One of many things.\nmessage Thing").append(i).append(letter).append(" {\n");
        out.append("  uint64 id = 1;\n  string title = 2;\n  double score = 3;\n  bool hidden = 4;\n");
        out.append("  Kind").append(i).append(" kind = 5;\n  repeated uint32 codes = 6;\n  bytes payload = 7;\n");
        int number = 8;
        if (message == 0) {
            for (int other : imports) {
                out.append("  org.unit").append(other / FILES_OF_A_PACKAGE).append(".Thing").append(other);
                out.append("C other").append(other).append(" = ").append(number++).append(";\n");
            }
        } else {
            out.append("  oneof choice {\n    string text = 8;\n    int64 amount = 9;\n  }\n");
            out.append("  map<string, int32> counts = 10;\n  optional int32 rank = 11;\n");
        }
        out.append("}\n\n");
    }
}
