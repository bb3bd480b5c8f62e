package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/** Messages and enums that came, went, moved or were renamed, and services that moved. */
final class DeclarationRules {
    private final SchemaFacts old;
    private final SchemaFacts now;
    private final NameMap names;
    private final Findings findings;

    DeclarationRules(SchemaFacts old, SchemaFacts now, NameMap names, Findings findings) {
        this.old = old;
        this.now = now;
        this.names = names;
        this.findings = findings;
    }

    void compare() {
        for (MessageFacts message : old.messages().values()) {
            String name = names.now(message.fullName());
            MessageFacts after = name == null ? null : now.messages().get(name);
            if (message.wire().mapEntry()) {
                continue;
            }
            if (after != null) {
                renamed(
                        Rule.MESSAGE_RENAMED,
                        "message",
                        message.fullName(),
                        after.fullName(),
                        message.span(),
                        after.span());
                moved("message", after.fullName(), message.file(), after.file(), message.span(), after.span());
            } else {
                removed(Rule.MESSAGE_REMOVED, "message", message.fullName(), message.file(), message.span());
            }
        }
        for (EnumFacts definition : old.enums().values()) {
            String name = names.now(definition.fullName());
            EnumFacts after = name == null ? null : now.enums().get(name);
            if (after != null) {
                renamed(
                        Rule.ENUM_RENAMED,
                        "enum",
                        definition.fullName(),
                        after.fullName(),
                        definition.span(),
                        after.span());
                moved("enum", after.fullName(), definition.file(), after.file(), definition.span(), after.span());
            } else {
                removed(Rule.ENUM_REMOVED, "enum", definition.fullName(), definition.file(), definition.span());
            }
        }
        for (ServiceFacts service : old.services().values()) {
            ServiceFacts after = now.services().get(names.service(service));
            if (after != null) {
                moved("service", after.fullName(), service.file(), after.file(), service.span(), after.span());
            }
        }
        for (MessageFacts message : now.messages().values()) {
            if (!message.wire().mapEntry()) {
                added(Rule.MESSAGE_ADDED, "message", message.fullName(), message.file(), message.span());
            }
        }
        for (EnumFacts definition : now.enums().values()) {
            added(Rule.ENUM_ADDED, "enum", definition.fullName(), definition.file(), definition.span());
        }
    }

    private void renamed(Rule rule, String what, String before, String after, Span from, Span to) {
        if (names.renamed().containsKey(before)) {
            findings.add(
                    rule,
                    after,
                    what + " " + before + " is called " + after + " now (its content says that it is the same)",
                    from,
                    to);
        }
    }

    /** Types that are nested move with their parents. */
    private void moved(String what, String name, String from, String to, Span before, Span after) {
        FileFacts expected = names.files().now(from);
        boolean stays = from.equals(to) || (expected != null && expected.path().equals(to));
        if (!stays && !now.messages().containsKey(NameMap.scope(name)) && isRequested(old.file(from))) {
            findings.add(
                    Rule.DECLARATION_MOVED,
                    name,
                    what + " " + name + " is declared in " + to + " and was in " + from,
                    before,
                    after);
        }
    }

    /** What only imports bring in comes and goes with its use. */
    private void removed(Rule rule, String what, String name, String file, Span span) {
        if (isRequested(old.file(file))) {
            FileFacts after = names.files().now(file);
            findings.add(rule, name, what + " " + name + " is gone", span, after == null ? null : after.span());
        }
    }

    private void added(Rule rule, String what, String name, String file, Span span) {
        if (!names.isTaken(name) && isRequested(now.file(file))) {
            findings.add(rule, name, what + " " + name + " is new", null, span);
        }
    }

    private static boolean isRequested(@Nullable FileFacts file) {
        return file != null && !file.imported();
    }
}
