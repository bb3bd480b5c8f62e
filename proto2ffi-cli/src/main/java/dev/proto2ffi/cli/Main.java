package dev.proto2ffi.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The {@code proto2ffi} command. */
public final class Main {
    /** Commands that need not know the others. A run of one is spared reading the annotations of all. */
    private static final Map<String, Function<Context, Object>> FREQUENT = new LinkedHashMap<>();

    static {
        FREQUENT.put("generate", GenerateCommand::new);
        FREQUENT.put("layout", LayoutCommand::new);
        FREQUENT.put("check", CheckCommand::new);
        FREQUENT.put("diff", DiffCommand::new);
        FREQUENT.put("lock", LockCommand::new);
        FREQUENT.put("descriptor", DescriptorCommand::new);
        FREQUENT.put("init", InitCommand::new);
        FREQUENT.put("protos", context -> new ProtosCommand());
        FREQUENT.put("protoc-plugin", context -> new ProtocPluginCommand(context, System.in));
    }

    private final Console console;
    private final GlobalOptions options;
    private final CommandLine commandLine;

    private Main(Console console, String first) {
        this.console = console;
        RootCommand root = new RootCommand();
        this.options = root.options;
        this.commandLine = commandLine(root, new Context(console, options), first);
    }

    public static void main(String[] args) {
        System.exit(run(Console.system(), args));
    }

    /** Runs one command line; all that it has to say goes through {@code console}. */
    static int run(Console console, String... args) {
        return new Main(console, args.length == 0 ? "" : args[0]).run(args);
    }

    private static Map<String, Function<Context, Object>> all() {
        Map<String, Function<Context, Object>> all = new LinkedHashMap<>(FREQUENT);
        all.put("completion", CompletionCommand::new);
        all.put("help", HelpCommand::new);
        return all;
    }

    private CommandLine commandLine(RootCommand root, Context context, String first) {
        CommandLine line = new Arguments(root);
        Map<String, Function<Context, Object>> wanted =
                FREQUENT.containsKey(first) ? Map.of(first, FREQUENT.get(first)) : all();
        wanted.values().forEach(command -> line.addSubcommand(command.apply(context)));
        Failures failures = new Failures(context);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(writer(console.out()))
                .setErr(writer(console.err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(Math.min(100, console.columns()))
                .setParameterExceptionHandler((problem, args) -> failures.usage(problem))
                .setExecutionExceptionHandler((problem, failed, result) -> failures.execution(problem));
    }

    /** An argument file that can't be read is a wrong command line, which picocli would print a stack trace of. */
    private static final class Arguments extends CommandLine {
        Arguments(Object command) {
            super(command);
        }

        @Override
        public ParseResult parseArgs(String... args) {
            try {
                return super.parseArgs(args);
            } catch (InitializationException e) {
                throw new ParameterException(this, e.getMessage(), e);
            }
        }
    }

    private PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, console.charset()), true);
    }

    private int run(String... args) {
        try {
            int code = args.length == 0 ? withoutCommand() : commandLine.execute(args);
            // Help and version are printed by picocli, whose writer keeps its failures to itself.
            return code == ExitCode.DONE && commandLine.getOut().checkError() ? ExitCode.ENVIRONMENT : code;
        } catch (RuntimeException | Error e) {
            return new Failures(new Context(console, options)).internal(e);
        }
    }

    /** Help is a result only when it was asked for. */
    private int withoutCommand() {
        commandLine.usage(commandLine.getErr());
        return ExitCode.USAGE;
    }
}
