package dev.proto2ffi.cli.reference;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the language of man pages: the few requests of man(7) that every formatter knows. */
final class Roff {
    /** Of the source. Formatters fill lines by themselves, but linters and people like short ones. */
    private static final int WIDTH = 72;

    /** Words at the beginning, options, and choices such as {@code table|json}; then placeholders such as DIR. */
    private static final Pattern TOKEN =
            Pattern.compile("(?<literal>^[a-z0-9 ]+|(?<![\\w-])--?[A-Za-z][A-Za-z_-]*|(?<=[|\\[ ])[a-z]+(?=[|\\]]))"
                    + "|\\b[A-Z][A-Z_]*(\\.[a-z]+)?\\b");

    private final StringBuilder out = new StringBuilder();

    /** A comment. */
    Roff comment(String text) {
        out.append(".\\\" ").append(text).append('\n');
        return this;
    }

    /** Names are not to be hyphenated, nor lines padded to be equally long. */
    Roff header(String title, String date, String source, String manual) {
        request("TH", title, "1", date, source, manual);
        out.append(".nh\n.ad l\n");
        return this;
    }

    Roff section(String title) {
        return request("SH", title.toUpperCase(Locale.ROOT));
    }

    Roff subsection(String title) {
        return request("SS", title);
    }

    /** The first paragraph of a section needs none. */
    Roff paragraph() {
        return request("PP");
    }

    Roff text(String text) {
        for (String line : Wrap.sentences(text, WIDTH)) {
            line(escape(line));
        }
        return this;
    }

    /** A term, bold and its placeholders in italics, and what it means. */
    Roff item(String term, String text) {
        request("TP");
        line(marked(term));
        return text(text);
    }

    /** A line of its own, as {@link #item} shows terms. */
    Roff synopsis(List<String> lines) {
        request("nf");
        for (String each : lines) {
            String indent =
                    each.substring(0, each.length() - each.stripLeading().length());
            line(indent + marked(each.strip()));
        }
        return request("fi");
    }

    /** Lines as they are, indented. */
    Roff code(List<String> lines) {
        request("RS", "2").request("nf");
        lines.forEach(each -> line(escape(each)));
        return request("fi").request("RE");
    }

    /** Roff, escaped already. */
    Roff line(String text) {
        out.append(text.startsWith(".") || text.startsWith("'") ? "\\&" : "")
                .append(text)
                .append('\n');
        return this;
    }

    static String bold(String text) {
        return "\\fB" + escape(text) + "\\fR";
    }

    /** Hyphens become minus signs, which can be searched for and copied. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                default -> {
                    if (c < 0x80) {
                        escaped.append((char) c);
                    } else {
                        escaped.append("\\[u%04X]".formatted(c));
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** What is typed as it is in bold, what is put in place of a word in italics. */
    static String marked(String text) {
        StringBuilder marked = new StringBuilder();
        int end = 0;
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            marked.append(escape(text.substring(end, tokens.start())));
            String font = tokens.group("literal") != null ? "B" : "I";
            marked.append("\\f").append(font).append(escape(tokens.group())).append("\\fR");
            end = tokens.end();
        }
        return marked.append(escape(text.substring(end))).toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private Roff request(String name, String... arguments) {
        out.append('.').append(name);
        for (String argument : arguments) {
            out.append(" \"")
                    .append(argument.replace("\\", "\\e").replace("\"", "\\(dq"))
                    .append('"');
        }
        out.append('\n');
        return this;
    }
}
