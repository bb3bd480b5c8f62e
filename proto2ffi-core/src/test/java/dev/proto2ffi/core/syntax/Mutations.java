package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Spoils valid schemas a token at a time, the same way for the same seed. */
public final class Mutations {
    private static final List<String> JUNK = List.of(
            ";",
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            "<",
            ">",
            "=",
            ",",
            ".",
            "-",
            "/",
            "#",
            "to",
            "max",
            "message",
            "enum",
            "option",
            "extend",
            "map",
            "group",
            "optional",
            "repeated",
            "required",
            "1",
            "0",
            "-1",
            "0x",
            "1.5",
            "1e",
            "08",
            "99999999999",
            "99999999999999999999",
            "\"s\"",
            "'t'",
            "\"x",
            "inf",
            "nan",
            "true",
            "stream",
            "rpc",
            "returns",
            "reserved",
            "extensions",
            "oneof",
            "import",
            "package",
            "syntax",
            "public",
            "weak",
            "local",
            "export",
            "default",
            "json_name",
            "string",
            "int32",
            "foo",
            "@",
            "$",
            "\u00e9",
            "/*",
            "*/",
            "//",
            "\n",
            "\"\\q\"",
            "\"\\x\"",
            "1f",
            "0x1g",
            ".5",
            "5.",
            "a.5",
            "edition",
            "service",
            "{}",
            "[]");

    private Mutations() {}

    /** One token of the schema dropped, doubled, swapped with another, replaced, or junk put before it. */
    public static String mutate(String schema, Random random) {
        SourceFile file = SourceFile.of("valid.proto", schema);
        List<Token> tokens = Parser.parse(file, new Diagnostics()).tokens();
        int i = random.nextInt(tokens.size() - 1);
        int j = random.nextInt(tokens.size() - 1);
        Token one = tokens.get(Math.min(i, j));
        Token two = tokens.get(Math.max(i, j));
        String before = file.text(0, one.start());
        String word = file.text(one.start(), one.end());
        String behind = file.text(one.end(), schema.getBytes(StandardCharsets.UTF_8).length);
        String junk = JUNK.get(random.nextInt(JUNK.size()));
        return switch (random.nextInt(6)) {
            case 0 -> before + behind;
            case 1 -> before + word + " " + word + behind;
            case 2 -> swap(file, one, two);
            case 3 -> before + junk + behind;
            case 4 -> before + " " + junk + " " + word + behind;
            default -> before + file.text(two.start(), two.end()) + behind;
        };
    }

    private static String swap(SourceFile file, Token one, Token two) {
        if (one.equals(two)) {
            return file.text(0, file.length());
        }
        return file.text(0, one.start())
                + file.text(two.start(), two.end())
                + file.text(one.end(), two.start())
                + file.text(one.start(), one.end())
                + file.text(two.end(), file.length());
    }
}
