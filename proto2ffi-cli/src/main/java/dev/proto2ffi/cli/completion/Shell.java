package dev.proto2ffi.cli.completion;

import dev.proto2ffi.cli.reference.CommandEntry;
import java.util.Locale;

/** A shell, and what completes command lines in it. */
public enum Shell {
    BASH("proto2ffi.bash"),
    ZSH("_proto2ffi"),
    FISH("proto2ffi.fish"),
    POWERSHELL("proto2ffi.ps1");

    private final String fileName;

    Shell(String fileName) {
        this.fileName = fileName;
    }

    /** Under which the shell, or people, look for the script. */
    public String fileName() {
        return fileName;
    }

    /** @param root the program */
    public String script(CommandEntry root) {
        return switch (this) {
            case BASH -> BashScript.of(root);
            case ZSH -> ZshScript.of(root);
            case FISH -> FishScript.of(root);
            case POWERSHELL -> PowerShellScript.of(root);
        };
    }

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
