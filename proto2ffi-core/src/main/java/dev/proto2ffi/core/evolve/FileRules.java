package dev.proto2ffi.core.evolve;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a file says about names in the outputs. */
final class FileRules {
    private FileRules() {}

    static void compare(FileFacts old, FileFacts now, Findings findings) {
        if (!old.protoPackage().equals(now.protoPackage())) {
            findings.add(
                    Rule.PACKAGE_CHANGED,
                    now.path(),
                    "the package of " + now.path() + " is " + shown(now.protoPackage()) + " and was "
                            + shown(old.protoPackage()),
                    old.span(),
                    now.span());
        } else if (!old.javaPackage().equals(now.javaPackage())) {
            name(Rule.JAVA_PACKAGE_CHANGED, "Java package", old, now, old.javaPackage(), now.javaPackage(), findings);
        }
        name(Rule.C_PREFIX_CHANGED, "C prefix", old, now, old.cPrefix(), now.cPrefix(), findings);
        name(Rule.RUST_MODULE_CHANGED, "Rust module", old, now, old.rustModule(), now.rustModule(), findings);
    }

    private static void name(
            Rule rule,
            String what,
            FileFacts old,
            FileFacts now,
            @Nullable String before,
            @Nullable String after,
            Findings findings) {
        if (!Objects.equals(before, after)) {
            findings.add(
                    rule,
                    now.path(),
                    "the " + what + " of " + now.path() + " is " + shown(after) + " and was " + shown(before),
                    old.span(),
                    now.span());
        }
    }

    private static String shown(@Nullable String name) {
        return name == null ? "that of the package" : name.isEmpty() ? "empty" : name;
    }
}
