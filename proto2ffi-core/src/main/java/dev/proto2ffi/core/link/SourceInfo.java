package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.syntax.Declaration;
import dev.proto2ffi.core.syntax.EmptyNode;
import dev.proto2ffi.core.syntax.EnumNode;
import dev.proto2ffi.core.syntax.ExtendNode;
import dev.proto2ffi.core.syntax.FileNode;
import dev.proto2ffi.core.syntax.ImportNode;
import dev.proto2ffi.core.syntax.MessageNode;
import dev.proto2ffi.core.syntax.OptionNode;
import dev.proto2ffi.core.syntax.PackageNode;
import dev.proto2ffi.core.syntax.ServiceNode;
import dev.proto2ffi.core.syntax.Token;
import java.util.List;

/** The source code info of a file: where each part of its descriptor stands in the text, and its comments. */
final class SourceInfo {
    private final LocationWriter out;
    private final OptionLocations options;
    private final EnumLocations enums;
    private final MessageLocations messages;

    private int plainImports;
    private int publicImports;
    private int weakImports;
    private int optionImports;
    private int enumCount;
    private int serviceCount;

    private SourceInfo(LocationWriter out, OptionPaths optionPaths) {
        this.out = out;
        this.options = new OptionLocations(out, optionPaths);
        this.enums = new EnumLocations(out, options);
        this.messages = new MessageLocations(out, options, enums);
    }

    /**
     * @param file without syntax errors
     * @param optionPaths where the options of the file ended up
     */
    static SourceCodeInfo of(FileNode file, OptionPaths optionPaths) {
        LocationWriter out = new LocationWriter(file.file());
        new SourceInfo(out, optionPaths).file(file);
        return out.finish();
    }

    private void file(FileNode file) {
        List<Token> tokens = file.tokens();
        Token first = tokens.get(0);
        Token last = tokens.get(Math.max(0, tokens.size() - 2));
        out.add(Paths.ROOT, first.start(), last.end());
        if (file.syntax() != null) {
            Span span = file.syntax().span();
            out.declarationEnds(span.end(), out.add(Paths.of(FileDescriptorProto.SYNTAX_FIELD_NUMBER), span));
        }
        MessageLocations.Counters counters = new MessageLocations.Counters();
        for (Declaration declaration : file.declarations()) {
            declaration(declaration, counters);
        }
    }

    private void declaration(Declaration declaration, MessageLocations.Counters counters) {
        if (declaration instanceof MessageNode message) {
            messages.message(message, Paths.of(FileDescriptorProto.MESSAGE_TYPE_FIELD_NUMBER, counters.messages++));
        } else if (declaration instanceof EnumNode node) {
            enums.enumeration(node, Paths.of(FileDescriptorProto.ENUM_TYPE_FIELD_NUMBER, enumCount++));
        } else if (declaration instanceof ServiceNode service) {
            int[] path = Paths.of(FileDescriptorProto.SERVICE_FIELD_NUMBER, serviceCount++);
            new ServiceLocations(out, options).service(service, path);
        } else if (declaration instanceof ExtendNode extend) {
            messages.extend(
                    extend,
                    Paths.of(FileDescriptorProto.EXTENSION_FIELD_NUMBER),
                    Paths.of(FileDescriptorProto.MESSAGE_TYPE_FIELD_NUMBER),
                    counters);
        } else if (declaration instanceof OptionNode option) {
            options.statement(option, Paths.of(FileDescriptorProto.OPTIONS_FIELD_NUMBER));
        } else if (declaration instanceof ImportNode node) {
            importStatement(node);
        } else if (declaration instanceof PackageNode node) {
            Location.Builder location = out.add(Paths.of(FileDescriptorProto.PACKAGE_FIELD_NUMBER), node.span());
            out.declarationEnds(node.span().end(), location);
        } else if (declaration instanceof EmptyNode) {
            out.emptyEnds(declaration.span().end());
        }
    }

    private void importStatement(ImportNode node) {
        int[] path = node.kind() == ImportNode.Kind.OPTION
                ? Paths.of(FileDescriptorProto.OPTION_DEPENDENCY_FIELD_NUMBER, optionImports++)
                : Paths.of(FileDescriptorProto.DEPENDENCY_FIELD_NUMBER, plainImports++);
        Location.Builder location = out.add(path, node.span());
        Span modifier = node.modifierSpan();
        if (modifier != null && node.kind() == ImportNode.Kind.PUBLIC) {
            out.add(Paths.of(FileDescriptorProto.PUBLIC_DEPENDENCY_FIELD_NUMBER, publicImports++), modifier);
        } else if (modifier != null && node.kind() == ImportNode.Kind.WEAK) {
            out.add(Paths.of(FileDescriptorProto.WEAK_DEPENDENCY_FIELD_NUMBER, weakImports++), modifier);
        }
        out.declarationEnds(node.span().end(), location);
    }
}
