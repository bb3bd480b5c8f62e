package dev.proto2ffi.core.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.emit.OutputFile;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.testing.Answers;
import dev.proto2ffi.core.testing.FrontEnd;
import dev.proto2ffi.core.testing.JavaTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed for services, read and compiled. */
class GeneratedCallsTest {
    private static String text(String name) throws IOException {
        try (InputStream in = GeneratedCallsTest.class.getResourceAsStream("calls/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Javadoc of generated code alone: the runtime's has its own checks. */
    private static List<String> doclint(String packages) {
        return List.of("-Xdoclint:html,syntax,reference", "-Xdoclint/package:" + packages);
    }

    private static SchemaLayout everyShape() throws IOException {
        return FrontEnd.layOut(
                Map.of("calculator.proto", text("calculator.proto"), "money.proto", text("money.proto")));
    }

    @Test
    void aServiceIsPrintedAsTheAnswersSay() throws IOException {
        Map<String, String> answers = new TreeMap<>();
        for (OutputFile file : new JavaEmitter().emit(everyShape(), new Generator("1.2.3"), new Diagnostics())) {
            if (file.path().startsWith("calc/ffi/Calculator")) {
                answers.put("emit/java/" + file.path(), file.text());
            }
        }
        assertThat(answers).hasSize(3);
        Answers.check(answers);
    }

    @Test
    void everyShapeCompiles(@TempDir Path folder) throws IOException {
        JavaTree.emit(everyShape(), folder).compile(doclint("calc.ffi,money.ffi"));
    }

    @Test
    void namesThatMeetAreToldApart(@TempDir Path folder) throws IOException {
        JavaTree.emit(FrontEnd.layOut(Map.of("nasty.proto", text("nasty.proto"))), folder)
                .compile(doclint("nasty.int_.new_.ffi"));
    }

    /** Constants of a class file have at most 65,535 bytes, records at most 254 components. */
    @Test
    void aServiceAsLargeAsClassFilesAllowHasItsWholeText(@TempDir Path folder) {
        StringBuilder schema =
                new StringBuilder("syntax = \"proto3\"; package large; import \"proto2ffi/options.proto\";\n");
        for (int message = 0; message < 4; message++) {
            schema.append("message M").append(message).append(" {\n");
            for (int field = 0; field < 300; field++) {
                schema.append("int32 ").append("f".repeat(200)).append(field).append(" = ");
                schema.append(field + 1).append(";\n");
            }
            schema.append("}\n");
        }
        schema.append("service Large {\n");
        for (int rpc = 0; rpc < ClassLimits.MAX_FUNCTIONS / 2; rpc++) {
            schema.append("rpc Call")
                    .append(rpc)
                    .append("(M0) returns (M")
                    .append(rpc % 4)
                    .append(") { ");
            schema.append("option (proto2ffi.method).batch = true; }\n");
        }
        schema.append("}\n");
        JavaTree tree = JavaTree.emit(FrontEnd.layOut(Map.of("large.proto", schema.toString())), folder)
                .add("Fingerprint.java", """
                        import java.nio.ByteBuffer;
                        import java.nio.charset.StandardCharsets;
                        import java.security.MessageDigest;
                        import large.ffi.Large;

                        final class Fingerprint {
                            public static void main(String[] arguments) throws Exception {
                                String text = Large.SERVICE.text();
                                byte[] digest = MessageDigest.getInstance("SHA-256")
                                        .digest(text.getBytes(StandardCharsets.UTF_8));
                                boolean same = ByteBuffer.wrap(digest).getLong() == Large.SERVICE.fingerprint();
                                System.out.println(text.length() > 200_000 ? same : text.length());
                            }
                        }
                        """)
                .compile();
        assertThat(tree.run("Fingerprint", "safe").strip()).isEqualTo("true");
    }
}
