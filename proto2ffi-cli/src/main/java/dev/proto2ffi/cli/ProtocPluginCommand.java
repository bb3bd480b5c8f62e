package dev.proto2ffi.cli;

import dev.proto2ffi.core.compile.CompileRequest;
import dev.proto2ffi.core.compile.Compiler;
import dev.proto2ffi.core.compile.Generated;
import dev.proto2ffi.core.compile.PluginRequest;
import dev.proto2ffi.core.compile.PluginResponse;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.Severity;
import dev.proto2ffi.core.diagnostic.TextRenderer;
import dev.proto2ffi.core.diagnostic.TextStyle;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/**
 * Answers a request of protoc. What is wrong with the schema goes into the answer, for protoc shows it and fails; what is
 * wrong with the request goes to the standard error stream.
 */
@Command(
        name = "protoc-plugin",
        sortOptions = false,
        customSynopsis = "protoc-gen-proto2ffi < REQUEST > RESPONSE",
        header = "Speak protoc's plugin protocol, for protoc and buf.",
        description = {
            "",
            "protoc and buf start this as protoc-gen-proto2ffi; there is no need to call it. "
                    + "Parameters, separated by commas: java, c and rust say what to generate, cargo_toml makes the Rust "
                    + "output a crate, option=RULE sets options of the schema as generate --option does, proto_path=DIR is "
                    + "where side files (NAME.options) are found, by default the working directory. With several languages "
                    + "each gets a directory of its name below the output directory.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  protoc --plugin=protoc-gen-proto2ffi --proto2ffi_out=java:gen a.proto",
            "  protoc --plugin=protoc-gen-proto2ffi --proto2ffi_out=java,c,rust:gen \\",
            "      -I proto -I proto2ffi/include proto/social/post.proto"
        })
final class ProtocPluginCommand implements Callable<Integer> {
    private final Context context;
    private final InputStream in;

    /** @param in the request */
    ProtocPluginCommand(Context context, InputStream in) {
        this.context = context;
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        PluginRequest request = PluginRequest.read(in.readAllBytes(), diagnostics);
        if (request == null) {
            context.finish(diagnostics);
            return ExitCode.USAGE;
        }
        Generated generated = generate(request, diagnostics);
        Reporter reporter = context.reporter();
        for (Diagnostic diagnostic : diagnostics.all()) {
            if (diagnostic.severity() != Severity.ERROR) {
                reporter.report(diagnostic);
            }
        }
        context.console()
                .print(
                        generated == null || diagnostics.hasErrors()
                                ? PluginResponse.error(errors(diagnostics))
                                : PluginResponse.of(generated));
        return ExitCode.DONE;
    }

    private static @Nullable Generated generate(PluginRequest request, Diagnostics diagnostics) throws IOException {
        PluginParameter parameter = PluginParameter.parse(request.parameter(), diagnostics);
        if (diagnostics.hasErrors()) {
            return null;
        }
        CompileRequest settings = new CompileRequest(
                List.of(),
                parameter.protoPath(),
                List.of(),
                null,
                parameter.rules(),
                parameter.languages(),
                parameter.cargoToml(),
                Version.number());
        return Compiler.generate(settings, request, diagnostics);
    }

    /** protoc puts the plugin's name in front, so that the lines that editors look for begin with the second. */
    private String errors(Diagnostics diagnostics) {
        List<Diagnostic> errors = diagnostics.all().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
        String count = errors.size() == 1 ? "an error" : errors.size() + " errors";
        Reporter all = new Reporter(context.console(), new TextRenderer(TextStyle.PLAIN), 0);
        return count + ", so nothing is generated\n" + all.text(errors).stripTrailing();
    }
}
