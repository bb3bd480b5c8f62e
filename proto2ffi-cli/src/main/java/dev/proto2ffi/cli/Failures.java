package dev.proto2ffi.cli;

import dev.proto2ffi.core.compile.OutputException;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.source.InputException;
import dev.proto2ffi.core.source.InputProblem;
import dev.proto2ffi.core.source.UnreadableSourceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What ends a command before its time: said in a line or two, without a stack trace unless that is asked for. */
final class Failures {
    private final Context context;

    Failures(Context context) {
        this.context = context;
    }

    /** The command line is wrong. */
    int usage(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        String help = "'" + command.getCommandSpec().qualifiedName() + " --help' shows what there is";
        List<String> suggestions =
                problem instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        if (!suggestions.isEmpty()) {
            help = "did you mean " + String.join(" or ", suggestions) + "? " + help;
        }
        tell("command-line", lowerFirst(message(problem)), help);
        trace(problem);
        return ExitCode.USAGE;
    }

    /** Where picocli only counts arguments, in the user's words. */
    private static String message(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            List<String> words = unmatched.getUnmatched();
            return problem.getCommandLine().getParent() == null
                    ? "there is no command " + words.get(0)
                    : "nothing is expected behind the other arguments, but there is " + String.join(" ", words);
        }
        return String.valueOf(problem.getMessage())
                .replaceFirst("positional parameter at index \\S+ \\((.+?)\\)", "$1");
    }

    /** A command has failed. */
    int execution(Exception problem) {
        if (problem instanceof ParameterException usage) {
            return usage(usage);
        }
        if (problem instanceof IOException failure) {
            return environment(failure);
        }
        if (problem instanceof UncheckedIOException wrapped) {
            return environment(wrapped.getCause());
        }
        return internal(problem);
    }

    private int environment(IOException problem) {
        if (problem instanceof StandardOutputException output && output.isBrokenPipe()) {
            return ExitCode.ENVIRONMENT;
        }
        if (problem instanceof InputException input) {
            return input(input);
        }
        String message = String.valueOf(problem.getMessage());
        if (problem instanceof OutputException output) {
            tell("output", message, output.help());
        } else if (problem instanceof UnreadableSourceException) {
            tell("input", message, "give the path of a file that you may read");
        } else {
            context.reporter().report(Diagnostic.error("environment", null, message));
        }
        trace(problem);
        return ExitCode.ENVIRONMENT;
    }

    private int input(InputException problem) {
        boolean arguments = true;
        for (InputProblem one : problem.problems()) {
            tell("input", one.message(), one.help());
            arguments &= one.kind() == InputProblem.Kind.ARGUMENTS;
        }
        trace(problem);
        return arguments ? ExitCode.USAGE : ExitCode.ENVIRONMENT;
    }

    /** The tool itself has failed, or the machine has not enough for it. */
    int internal(Throwable problem) {
        if (problem instanceof UncheckedIOException wrapped) {
            return environment(wrapped.getCause());
        }
        if (problem instanceof OutOfMemoryError) {
            tell("out-of-memory", "out of memory", "give the JVM more with PROTO2FFI_OPTS=-Xmx4g");
        } else {
            tell(
                    "internal",
                    "internal error: " + problem,
                    "please report it at https://github.com/proto2ffi/proto2ffi/issues, with what --debug shows");
        }
        trace(problem);
        return ExitCode.ENVIRONMENT;
    }

    /** Why the file system refused, without the path, which the message has. */
    static String reason(IOException problem) {
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = problem instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : String.valueOf(problem.getMessage());
        return lowerFirst(reason);
    }

    private void tell(String code, String message, String help) {
        context.reporter().report(Diagnostic.error(code, null, message).withHelp(help));
    }

    private void trace(Throwable problem) {
        if (context.options().debug) {
            StringWriter out = new StringWriter();
            problem.printStackTrace(new PrintWriter(out, true));
            context.console().message(out.toString());
        }
    }

    static String lowerFirst(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
