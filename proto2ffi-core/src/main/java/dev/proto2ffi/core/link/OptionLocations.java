package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.syntax.CompactOptions;
import dev.proto2ffi.core.syntax.OptionNode;
import org.jspecify.annotations.Nullable;

/** Locations of options: one for the options message at each place where options are set, one for each option. */
final class OptionLocations {
    private final LocationWriter out;
    private final OptionPaths paths;

    OptionLocations(LocationWriter out, OptionPaths paths) {
        this.out = out;
        this.paths = paths;
    }

    /** @param path of the options message */
    void statement(OptionNode option, int[] path) {
        if (!paths.isDropped(option)) {
            out.add(path, option.span());
        }
        int[] inside = paths.of(option);
        // The comments move on even where the option leaves nothing that could carry them.
        Location.Builder location =
                inside == null ? Location.newBuilder() : out.add(Paths.child(path, inside), option.span());
        out.declarationEnds(option.span().end(), location);
    }

    /** @param path of the options message */
    void bracketed(@Nullable CompactOptions options, int[] path) {
        if (options == null) {
            return;
        }
        if (!paths.isDropped(options.options().get(0))) {
            out.add(path, options.span());
        }
        for (OptionNode option : options.options()) {
            item(option, path);
        }
    }

    /** The brackets of a field, in which its default and its JSON name are fields of the field itself. */
    void ofField(@Nullable CompactOptions options, int[] field) {
        if (options == null) {
            return;
        }
        int[] path = Paths.child(field, FieldDescriptorProto.OPTIONS_FIELD_NUMBER);
        if (options.options().stream().noneMatch(paths::isDropped)) {
            out.add(path, options.span());
        }
        for (OptionNode option : options.options()) {
            OptionNode.NamePart name = option.name().get(0);
            if (!name.extension() && name.name().equals("default")) {
                out.add(
                        Paths.child(field, FieldDescriptorProto.DEFAULT_VALUE_FIELD_NUMBER),
                        option.value().span());
            } else if (!name.extension() && name.name().equals("json_name")) {
                int[] jsonName = Paths.child(field, FieldDescriptorProto.JSON_NAME_FIELD_NUMBER);
                out.add(jsonName, option.span());
                out.add(jsonName, option.value().span());
            } else {
                item(option, path);
            }
        }
    }

    private void item(OptionNode option, int[] path) {
        int[] inside = paths.of(option);
        if (inside != null) {
            Span span = option.span();
            out.add(Paths.child(path, inside), span);
        }
    }
}
