package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.SourceFile;
import java.util.Random;

/** Puts comments, tabs and line breaks between the tokens of a schema, the same ones for the same seed. */
public final class Comments {
    private static final String[] GAPS = {
        " ",
        " ",
        " ",
        "\n",
        "\n",
        "\n\n",
        "\n\n\n",
        "\t",
        " \t",
        "\r\n",
        "\u000b",
        "\f",
        " // line\n",
        "// line\n",
        "\n// line\n",
        "\n  // two\n  // lines\n",
        "\n// one\n\n// other\n",
        "/* block */",
        " /* block */ ",
        "\n/* block */\n",
        "\n/* block */",
        "/* two\n   lines */",
        "/* two\n * lines\n */",
        "\n/**\n * doc\n *\n */\n",
        "/* a */ /* b */",
        "// a\n/* b */",
        "/* b */\n// a\n",
        "/* b\n */ // a\n",
        "\n\n// detached\n\n// leading\n",
        "//\n",
        "/**/",
        "/*\n*/",
        "/***/",
        "// \u00e9\t\n",
        "/* \u00e9 */",
        "\n\t// tab\n\t",
        "//x\r\n",
        "/* x\r\n * y\r\n*/",
        "/* one\n*/\n/* two */\n",
        "// t\n\n/* d */\n\n// l\n",
        "/* t\n\n*/\n\n"
    };

    private Comments() {}

    public static String sprinkle(String schema, Random random) {
        SourceFile file = SourceFile.of("valid.proto", schema);
        StringBuilder out = new StringBuilder();
        int sparse = 1 + random.nextInt(6);
        for (Token token : Parser.parse(file, new Diagnostics()).tokens()) {
            String text = file.text(token.start(), token.end());
            boolean ends = out.length() > 0 && ";{}".indexOf(out.charAt(out.length() - 1)) >= 0;
            boolean gap = ends ? random.nextInt(3) > 0 : random.nextInt(sparse) == 0;
            out.append(gap ? GAPS[random.nextInt(GAPS.length)] : " ");
            out.append(random.nextInt(4) == 0 ? GAPS[random.nextInt(GAPS.length)] : "")
                    .append(text);
        }
        return out.toString();
    }
}
