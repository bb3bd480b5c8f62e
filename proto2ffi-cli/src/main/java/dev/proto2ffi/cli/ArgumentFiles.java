package dev.proto2ffi.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * {@code @FILE} arguments: each stands for the arguments in the file, separated by white space. Quotes, single or double,
 * keep what is between them together; nothing is an escape, for Windows paths are full of backslashes. A {@code #} where an
 * argument could begin starts a comment. {@code @@} at the beginning is one {@code @}.
 */
final class ArgumentFiles {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Files that are being read, the outermost first. */
    private final Deque<Path> open = new ArrayDeque<>();

    private final List<String> arguments = new ArrayList<>();

    private ArgumentFiles() {}

    /** A file that can't be read, or not as arguments. The message names it. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String file, String reason) {
            super("can't read the argument file " + file + ": " + reason);
        }
    }

    /** The arguments with those of files in the places of the files. */
    static String[] expand(String... args) {
        ArgumentFiles expansion = new ArgumentFiles();
        for (String arg : args) {
            expansion.add(arg);
        }
        return expansion.arguments.toArray(String[]::new);
    }

    private void add(String argument) {
        if (argument.startsWith("@@")) {
            arguments.add(argument.substring(1));
        } else if (argument.startsWith("@") && argument.length() > 1) {
            addAll(argument.substring(1));
        } else {
            arguments.add(argument);
        }
    }

    private void addAll(String name) {
        String text;
        try {
            Path file = Path.of(name).toAbsolutePath().normalize();
            if (open.contains(file)) {
                throw new Unreadable(name, "it names itself");
            }
            if (Files.isDirectory(file)) {
                throw new Unreadable(name, "it is a directory");
            }
            text = Files.readString(file, StandardCharsets.UTF_8);
            open.addLast(file);
        } catch (InvalidPathException e) {
            throw new Unreadable(name, "that is no path");
        } catch (NoSuchFileException e) {
            throw new Unreadable(name, "there is no such file; write @@ for an argument that begins with an @");
        } catch (MalformedInputException e) {
            throw new Unreadable(name, "it is not UTF-8");
        } catch (IOException e) {
            throw new Unreadable(name, Failures.reason(e));
        }
        split(name, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        open.removeLast();
    }

    private void split(String file, String text) {
        StringBuilder argument = new StringBuilder();
        boolean inside = false;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                int end = text.indexOf(c, at + 1);
                if (end < 0) {
                    throw new Unreadable(file, "the quote in line " + line(text, at) + " has no end");
                }
                argument.append(text, at + 1, end);
                inside = true;
                at = end;
            } else if (Character.isWhitespace(c)) {
                inside = flush(argument, inside);
            } else if (c == '#' && !inside) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                argument.append(c);
                inside = true;
            }
            at++;
        }
        flush(argument, inside);
    }

    /** @return that no argument is begun */
    private boolean flush(StringBuilder argument, boolean inside) {
        if (inside) {
            add(argument.toString());
            argument.setLength(0);
        }
        return false;
    }

    private static long line(String text, int at) {
        return 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
