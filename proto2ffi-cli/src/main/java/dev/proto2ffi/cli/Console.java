package dev.proto2ffi.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The two streams of a process and what is known about them. Results go to {@code out}, everything else to {@code err}.
 *
 * @param charset of text on both streams
 * @param outIsTerminal whether a person looks at {@code out}
 * @param errIsTerminal whether a person looks at {@code err}
 * @param environment variables of the process
 */
record Console(
        OutputStream out,
        OutputStream err,
        Charset charset,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Map<String, String> environment) {
    /** Set by the start scripts to the numbers of the streams that are terminals, such as {@code 1,2}. */
    private static final String TERMINALS = "proto2ffi.terminals";

    /** The streams of this process. */
    static Console system() {
        return new Console(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                systemCharset(),
                isTerminal(1),
                isTerminal(2),
                System.getenv());
    }

    private static Charset systemCharset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    /** Java can't say it of a single stream: the start script does, or Linux. */
    private static boolean isTerminal(int stream) {
        String known = System.getProperty(TERMINALS);
        if (known != null) {
            return known.indexOf((char) ('0' + stream)) >= 0;
        }
        try {
            String device =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            return false;
        }
    }

    /** A result, as text. */
    void print(String text) throws IOException {
        print(text.getBytes(charset));
    }

    /** A result, as bytes. */
    void print(byte[] bytes) throws IOException {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new StandardOutputException(e);
        }
    }

    /** A message; where even that can't be told there is nobody left to tell. */
    void message(String text) {
        try {
            err.write(text.getBytes(charset));
            err.flush();
        } catch (IOException e) {
            // The exit code still says what happened.
        }
    }

    boolean hasUnicode() {
        return charset.newEncoder().canEncode('│');
    }

    /** Columns of the terminal; 80 where the shell doesn't tell. */
    int columns() {
        try {
            int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
            return columns >= 40 ? columns : 80;
        } catch (NumberFormatException e) {
            return 80;
        }
    }
}
