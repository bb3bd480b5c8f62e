package dev.proto2ffi.core.compile;

/** What can be generated. */
public enum Language {
    JAVA(false),
    C(false),
    /** One module tree, whose root names all modules, and whose modules gather the files of a package. */
    RUST(true);

    private final boolean oneTree;

    Language(boolean oneTree) {
        this.oneTree = oneTree;
    }

    /** Whether the files of a run only make sense together, so that two runs can't share a directory. */
    boolean isOneTree() {
        return oneTree;
    }
}
