package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.layout.ServiceLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The canonical text of a service and those of its structs, what its fingerprint is taken of. A constant of a class file
 * has at most 65,535 bytes, so they are cut into parts, and joined when somebody asks. They are in a class of their own,
 * behind a method, so that no program loads them that doesn't ask.
 */
final class CanonicalTexts {
    /** The method that gives the whole text. */
    static final String METHOD = "text";

    /** In bytes; all characters are ASCII, as names of protobuf are. */
    static final int PART_SIZE = 32_000;

    private static final String HOLDER = "Texts";

    private CanonicalTexts() {}

    /** Adds the method, and the class that holds the parts. */
    static void add(ServiceLayout service, ClassName owner, TypeSpec.Builder out) {
        List<String> parts = parts(service);
        ClassName holder = owner.nestedClass(HOLDER);
        TypeSpec.Builder texts =
                TypeSpec.classBuilder(holder).addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
        for (int i = 0; i < parts.size(); i++) {
            texts.addField(FieldSpec.builder(Types.STRING, name(i), Modifier.STATIC, Modifier.FINAL)
                    .initializer(literal(parts.get(i)))
                    .build());
        }
        String names =
                IntStream.range(0, parts.size()).mapToObj(CanonicalTexts::name).collect(Collectors.joining(", "));
        texts.addMethod(MethodSpec.methodBuilder("joined")
                .addModifiers(Modifier.STATIC)
                .returns(Types.STRING)
                .addStatement("return $T.join(\"\", $L)", Types.STRING, names)
                .build());
        out.addMethod(MethodSpec.methodBuilder(METHOD)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(Types.STRING)
                .addStatement("return $T.joined()", holder)
                .build());
        out.addType(texts.build());
    }

    private static String name(int index) {
        return "PART_" + index;
    }

    /** Whole lines, unless one is longer than a part. */
    private static List<String> parts(ServiceLayout service) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        Stream.concat(Stream.of(service.text()), service.structs().stream().map(struct -> struct.text()))
                .flatMap(CanonicalTexts::lines)
                .forEach(line -> {
                    if (!part.isEmpty() && part.length() + line.length() > PART_SIZE) {
                        parts.add(part.toString());
                        part.setLength(0);
                    }
                    part.append(line);
                });
        parts.add(part.toString());
        return parts;
    }

    private static Stream<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = Math.min(newline < 0 ? text.length() : newline + 1, start + PART_SIZE);
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines.stream();
    }

    /** A line of source for each line of text. */
    private static CodeBlock literal(String part) {
        CodeBlock lines = lines(part).map(line -> CodeBlock.of("$S", line)).collect(CodeBlock.joining("\n+ "));
        return CodeBlock.of("$>$>$L$<$<", lines);
    }
}
