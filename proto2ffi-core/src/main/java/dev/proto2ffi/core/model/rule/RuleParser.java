package dev.proto2ffi.core.model.rule;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.link.Suggestions;
import dev.proto2ffi.core.model.option.OptionType;
import dev.proto2ffi.core.model.option.SchemaOption;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads rules, one a line: {@code pattern { word ":" value }}. A comment begins with {@code #} or {@code //}; a value may
 * stand in single or double quotes, which have no escapes.
 */
public final class RuleParser {
    private static final String EXAMPLE = "a rule is a name and settings, such as social.Post.content max_size:5000";

    private final SourceFile source;
    private final Diagnostics diagnostics;
    private final List<Rule> rules = new ArrayList<>();
    private int at;
    private int end;

    private RuleParser(SourceFile source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    /** The rules of a text in their order; what is no rule is reported and left out. */
    public static List<Rule> parse(SourceFile source, Diagnostics diagnostics) {
        RuleParser parser = new RuleParser(source, diagnostics);
        for (int line = 0; line < source.lineCount(); line++) {
            parser.at = source.lineStart(line);
            parser.end = parser.endOfLine();
            parser.line();
        }
        return parser.rules;
    }

    /** Where the line's text ends, before its comment. */
    private int endOfLine() {
        int quote = 0;
        for (int i = at; ; i++) {
            int c = source.byteAt(i);
            if (c < 0 || c == '\n') {
                return i;
            }
            if (quote == 0 && (c == '#' || (c == '/' && source.byteAt(i + 1) == '/'))) {
                return i;
            }
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
        }
    }

    private void line() {
        skipMark();
        skipBlanks();
        if (at == end) {
            return;
        }
        Span name = take();
        if (name.text().indexOf(':') >= 0) {
            report(
                    "bad-rule",
                    name,
                    "a rule begins with a name, not with a setting",
                    "write * " + name.text() + " to set it wherever it has a meaning");
            return;
        }
        List<Setting> settings = new ArrayList<>();
        skipBlanks();
        if (at == end) {
            report("bad-rule", name, "the rule sets nothing", EXAMPLE);
            return;
        }
        while (at < end) {
            Setting setting = setting(name.text());
            if (setting != null) {
                settings.add(setting);
            }
            skipBlanks();
        }
        if (!settings.isEmpty()) {
            rules.add(new Rule(new NamePattern(name.text()), name, settings));
        }
    }

    private @Nullable Setting setting(String pattern) {
        int start = at;
        while (at < end && source.byteAt(at) != ':' && !isBlank(source.byteAt(at))) {
            at++;
        }
        Span word = new Span(source, start, at);
        if (at == end || source.byteAt(at) != ':') {
            String help = word.text().indexOf('=') < 0
                    ? EXAMPLE
                    : "write " + word.text().replaceFirst(" *= *", ":");
            report("bad-rule", word, "expected a setting, word:value, but found " + word.text(), help);
            return null;
        }
        at++;
        skipBlanks();
        Span value = value(word);
        return value == null ? null : typed(pattern, word, value);
    }

    /** The text of a value, without its quotes; null where an error was reported. */
    private @Nullable Span value(Span word) {
        int quote = at < end ? source.byteAt(at) : 0;
        if (quote == 0) {
            report("bad-rule", word, word.text() + " has no value", EXAMPLE);
            return null;
        }
        if (quote != '"' && quote != '\'') {
            return take();
        }
        int start = ++at;
        while (at < end && source.byteAt(at) != quote) {
            at++;
        }
        if (at == end) {
            report("bad-rule", new Span(source, start - 1, end), "the quote is not closed", EXAMPLE);
            return null;
        }
        return new Span(source, start, at++);
    }

    private @Nullable Setting typed(String pattern, Span word, Span value) {
        List<SchemaOption> options = SchemaOption.of(word.text());
        if (options.isEmpty()) {
            reportUnknown(pattern, word);
            return null;
        }
        OptionType type = options.get(0).type();
        Object typed = type.parse(value.text());
        if (typed != null) {
            return new Setting(word.text(), word, typed, value);
        }
        if (type == OptionType.SUB_OPTIONS) {
            report(
                    "bad-rule",
                    word,
                    word.text() + " has options of its own",
                    "set them by their names, such as " + pattern + "." + word.text() + " max_size:16");
            return null;
        }
        String near = Suggestions.closest(value.text(), type.words());
        report(
                "bad-option-value",
                value,
                word.text() + " takes " + type.expected() + ", not " + value.text(),
                near == null ? null : "did you mean " + near + "?");
        return null;
    }

    private void reportUnknown(String pattern, Span word) {
        String text = word.text();
        int dot = text.lastIndexOf('.');
        String last = text.substring(dot + 1);
        String help;
        if (dot > 0 && SchemaOption.words().contains(last)) {
            help = "write " + pattern + "." + text.substring(0, dot) + " " + last + ":…";
        } else {
            String near = Suggestions.closest(text, SchemaOption.words());
            help = near == null
                    ? "the options are " + String.join(", ", SchemaOption.words())
                    : "did you mean " + near + "?";
        }
        report("unknown-option", word, "there is no option " + text, help);
    }

    private void report(String code, Span span, String message, @Nullable String help) {
        Diagnostic diagnostic = Diagnostic.error(code, span, message);
        diagnostics.add(help == null ? diagnostic : diagnostic.withHelp(help));
    }

    /** Up to the next blank. */
    private Span take() {
        int start = at;
        while (at < end && !isBlank(source.byteAt(at))) {
            at++;
        }
        return new Span(source, start, at);
    }

    private void skipBlanks() {
        while (at < end && isBlank(source.byteAt(at))) {
            at++;
        }
    }

    /** Some editors put a byte order mark before the text. */
    private void skipMark() {
        if (at == 0 && source.byteAt(0) == 0xEF && source.byteAt(1) == 0xBB && source.byteAt(2) == 0xBF) {
            at = Math.min(end, 3);
        }
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\f';
    }
}
