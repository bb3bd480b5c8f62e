package dev.proto2ffi.cli.reference;

import dev.proto2ffi.cli.reference.Block.Code;
import dev.proto2ffi.cli.reference.Block.Item;
import dev.proto2ffi.cli.reference.Block.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is to be known about the command line and is no command's own: {@code proto2ffi help TOPIC}. */
public enum Topic {
    EXIT_CODES(
            "exit-codes",
            "Exit codes",
            new Item("0", "Done. Warnings and notes don't change it."),
            new Item("1", "The schema is wrong, or a check that was asked for has failed."),
            new Item("2", "The command line is wrong."),
            new Item(
                    "3",
                    "The environment is: a file that can't be read or written, a full disk, no Java; or proto2ffi itself "
                            + "has failed."),
            new Text("Results go to the standard output, everything else to the standard error stream.")),

    ENVIRONMENT(
            "environment",
            "Environment",
            new Item("NO_COLOR", "Where it is set, to anything, --color auto means never."),
            new Item("TERM", "dumb: neither colour nor progress."),
            new Item("COLUMNS", "Width of tables and of help. The start script asks the terminal where it isn't set."),
            new Item(
                    "PROTO2FFI_JAVA_HOME",
                    "The Java to run on, 17 or newer. Without it the start script takes the newest of JAVA_HOME, the java "
                            + "on the PATH and the usual places; on Windows, JAVA_HOME or the java on the PATH."),
            new Item(
                    "PROTO2FFI_OPTS",
                    "Options for the JVM, such as -Xmx4g, separated by spaces. JAVA_OPTS is not read: what suits other "
                            + "programs would only slow down this one."),
            new Item(
                    "PROTO2FFI_CACHE",
                    "A directory for the start-up cache, which halves the time of a short run; none for no cache. By default "
                            + "proto2ffi in $XDG_CACHE_HOME or ~/.cache. Not on Windows."),
            new Item("PROTO2FFI_JAR", "The program, where it isn't beside the start script. Not on Windows."),
            new Item("MAVEN", "The mvn that ./proto2ffi builds a checkout with.")),

    ARGUMENT_FILES(
            "argument-files",
            "Argument files",
            new Text(
                    "@FILE stands for the arguments in FILE, for command lines that are too long or too often the same:"),
            new Code(List.of("proto2ffi generate @proto2ffi.args")),
            new Text("where proto2ffi.args is, for example:"),
            new Code(List.of("# C for the firmware", "-I proto --c-out gen/c", "'proto/two words.proto'")),
            new Text(
                    "Arguments are separated by spaces and line ends. Single or double quotes keep the spaces of what stands "
                            + "between them; a backslash is an ordinary character, so that Windows paths need no care. "
                            + "# at the beginning of an argument starts a comment, which ends with the line. The file is "
                            + "UTF-8, paths in it are relative to the working directory, and it may name other argument files. "
                            + "Write @@ for an argument that begins with an @.")),

    FORMATS(
            "formats",
            "Formats of output",
            new Text(
                    "Scripts may rely on these. New members may be added to the JSON objects; none is renamed or removed."),
            new Item(
                    "diagnostics",
                    "PATH:LINE:COLUMN: SEVERITY: MESSAGE, then the source line with the culprit underlined, other places that "
                            + "matter in the same way, and help: with a way out. SEVERITY is error, warning or note. "
                            + "Lines and columns count from 1."),
            new Item(
                    "diagnostics, --error-format json",
                    "An object a line: severity, code (which stays the same when the message is reworded), message, "
                            + "file, line, column, end_line, end_column (columns in code points, the end "
                            + "is behind the last character), labels (objects with message and a place), help. The place is "
                            + "left out where there is none, help likewise."),
            new Item(
                    "layout --format json",
                    "{\"structs\": [...]}. A struct has name, c_name, rust_name, size, align, flat (it holds no pointer), "
                            + "fingerprint (16 hexadecimal digits), fields and padding (objects with offset and size). "
                            + "fields are the C members in order, those that the mapping adds included: name (a member "
                            + "of a oneof by its path, such as payload.text), c_name, rust_name, c_type, offset, "
                            + "size and align, in bytes; number and type where the member is a field of the schema."),
            new Item("descriptor", "A google.protobuf.FileDescriptorSet, byte for byte what protoc writes."));

    private final String word;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // it is: List.of
    private final List<Block> blocks;

    Topic(String word, String title, Block... blocks) {
        this.word = word;
        this.title = title;
        this.blocks = List.of(blocks);
    }

    /** Behind {@code proto2ffi help}. */
    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    public List<Block> blocks() {
        return blocks;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Topic::word).toList();
    }

    public static Optional<Topic> of(String word) {
        return Arrays.stream(values()).filter(topic -> topic.word.equals(word)).findFirst();
    }
}
