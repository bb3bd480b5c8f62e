package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spans of a file whose text isn't there, by the SourceCodeInfo of its descriptor. */
final class DescribedSpans implements Spans {
    /** The field {@code name} of every declaration's descriptor. */
    private static final int NAME = DescriptorProto.NAME_FIELD_NUMBER;

    private final SourceFile outline;
    private final FileDescriptor file;
    private @Nullable Map<List<Integer>, Location> locations;

    /** @param outline of the file, see {@link Outline} */
    DescribedSpans(SourceFile outline, FileDescriptor file) {
        this.outline = outline;
        this.file = file;
    }

    @Override
    public Span of(GenericDescriptor descriptor) {
        return place(descriptor);
    }

    @Override
    public Span name(GenericDescriptor descriptor) {
        return descriptor instanceof FileDescriptor
                ? place(descriptor, FileDescriptorProto.PACKAGE_FIELD_NUMBER)
                : place(descriptor, NAME);
    }

    @Override
    public Span type(FieldDescriptor field) {
        // A group has both; the name is that of its message.
        Span named = field.getType() == FieldDescriptor.Type.GROUP
                ? null
                : find(field, FieldDescriptorProto.TYPE_NAME_FIELD_NUMBER);
        return named == null ? place(field, FieldDescriptorProto.TYPE_FIELD_NUMBER) : named;
    }

    @Override
    public Span number(FieldDescriptor field) {
        return place(field, FieldDescriptorProto.NUMBER_FIELD_NUMBER);
    }

    @Override
    public Span number(EnumValueDescriptor value) {
        return place(value, EnumValueDescriptorProto.NUMBER_FIELD_NUMBER);
    }

    @Override
    public Span input(MethodDescriptor method) {
        return place(method, MethodDescriptorProto.INPUT_TYPE_FIELD_NUMBER);
    }

    @Override
    public Span output(MethodDescriptor method) {
        return place(method, MethodDescriptorProto.OUTPUT_TYPE_FIELD_NUMBER);
    }

    @Override
    public @Nullable Span defaultValue(FieldDescriptor field) {
        return find(field, FieldDescriptorProto.DEFAULT_VALUE_FIELD_NUMBER);
    }

    /** The whole option, {@code name = value}: no place of a descriptor is more exact than that. */
    @Override
    public @Nullable Span option(GenericDescriptor descriptor, String path) {
        FieldDescriptor extension = extension(path);
        if (extension == null) {
            return null;
        }
        int[] place = Paths.of(DescriptorPaths.options(descriptor), extension.getNumber());
        String rest =
                path.substring(Math.min(path.length(), extension.getFullName().length() + 1));
        Span exact = find(descriptor, Paths.child(place, DescriptorPaths.below(extension, rest)));
        return exact == null ? find(descriptor, place) : exact;
    }

    @Override
    public @Nullable Span optionName(GenericDescriptor descriptor, String path) {
        return option(descriptor, path);
    }

    /** The extension whose name the path begins with, of those that the file sees. */
    private @Nullable FieldDescriptor extension(String path) {
        for (FileDescriptor imported : file.getDependencies()) {
            for (FieldDescriptor extension : imported.getExtensions()) {
                if ((path + ".").startsWith(extension.getFullName() + ".")) {
                    return extension;
                }
            }
        }
        return null;
    }

    private Span place(GenericDescriptor descriptor, int... part) {
        Span found = find(descriptor, part);
        if (found == null && part.length > 0) {
            found = find(descriptor);
        }
        return found == null ? Span.startOf(outline) : found;
    }

    private @Nullable Span find(GenericDescriptor descriptor, int... part) {
        if (!descriptor.getFile().getName().equals(file.getName())) {
            return null;
        }
        Location location = locations().get(boxed(Paths.child(DescriptorPaths.of(descriptor), part)));
        return location == null ? null : Outline.span(outline, location);
    }

    /** The first of each path: what is written in several places, such as an {@code extend} block, has several. */
    private Map<List<Integer>, Location> locations() {
        if (locations == null) {
            locations = new HashMap<>();
            for (Location location : file.toProto().getSourceCodeInfo().getLocationList()) {
                locations.putIfAbsent(location.getPathList(), location);
            }
        }
        return locations;
    }

    private static List<Integer> boxed(int[] path) {
        return Arrays.stream(path).boxed().toList();
    }
}
