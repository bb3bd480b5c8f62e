package dev.proto2ffi.snippets;

/** Holds what a snippet printed to the text behind it, where there is one. */
final class Printed {
    private Printed() {}

    static void compare(Snippet snippet, Workshop workshop, String printed) {
        Snippet shown = workshop.page().outputOf(snippet);
        if (shown != null && !Output.matches(shown.text(), printed)) {
            throw shown.failure("the snippet at line " + snippet.line() + " prints something else; … stands for any"
                    + " characters, or lines\n--- the page\n" + shown.text() + "--- printed\n" + printed);
        }
    }
}
