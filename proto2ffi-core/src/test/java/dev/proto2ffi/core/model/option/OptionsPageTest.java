package dev.proto2ffi.core.model.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the tables of {@code docs/options.md} to the table in the code; {@code -Dcases.refresh} rewrites them. */
class OptionsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "options.md");
    private static final String BEGIN = "<!-- Made of SchemaOption by OptionsPageTest. -->\n";
    private static final String END = "<!-- End of what is made. -->\n";

    @Test
    void thePageHasTheTablesOfTheCode() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        assertThat(begin).as("the mark %s in %s", BEGIN, PAGE).isNotNegative();
        assertThat(end).as("the mark %s in %s", END, PAGE).isGreaterThan(begin);
        String wanted = page.substring(0, begin + BEGIN.length()) + tables() + page.substring(end);
        if (wanted.equals(page)) {
            return;
        }
        if (System.getProperty("cases.refresh") != null) {
            Files.writeString(PAGE, wanted);
            fail("rewrote " + PAGE + "; look at the difference, then run without -Dcases.refresh");
        }
        assertThat(page).as("%s; -Dcases.refresh rewrites it", PAGE).isEqualTo(wanted);
    }

    private static String tables() {
        StringBuilder out = new StringBuilder();
        for (OptionTarget target : OptionTarget.values()) {
            out.append("\n## Options of ").append(target.noun()).append(": `(");
            out.append(target.extension()).append(")`\n\n");
            boolean fields = target == OptionTarget.FIELD;
            row(out, "option", fields ? "stands on" : null, "values", "default", "meaning", "errors", "example");
            row(out, "---", fields ? "---" : null, "---", "---", "---", "---", "---");
            for (SchemaOption option : SchemaOption.of(target)) {
                row(
                        out,
                        "`" + option.word() + "`",
                        fields ? option.place().noun() : null,
                        values(option.type()),
                        option.fallback(),
                        option.meaning() + (option.supported() ? "" : " Not supported yet."),
                        option.errors(),
                        "`" + option.example() + "`");
            }
        }
        return out.append('\n').toString();
    }

    private static String values(OptionType type) {
        return switch (type) {
            case NUMBER -> "number";
            case FLAG -> "`true`, `false`";
            case TEXT -> "string";
            case SUB_OPTIONS -> "options of a field";
            case PRESENCE, ORDER, INT_SIZE, UNKNOWN_FIELDS -> "`" + String.join("`, `", type.choices()) + "`";
        };
    }

    private static void row(StringBuilder out, String... cells) {
        for (String cell : cells) {
            if (cell != null) {
                out.append("| ").append(cell.replace("|", "\\|")).append(cell.isEmpty() ? "" : " ");
            }
        }
        out.append("|\n");
    }
}
