package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Options of extension ranges that hold nothing once what has retention SOURCE is gone: of ranges, and of nothing else,
 * protoc then drops the options message itself and its locations.
 */
final class StrippedRanges {
    private final Set<List<Integer>> paths = new HashSet<>();

    private StrippedRanges() {}

    static boolean isEmptied(OptionSet options) {
        return options.value != null && options.value.toBytes(true).length == 0;
    }

    /** The source code info without the locations of dropped options. */
    static SourceCodeInfo removeLocations(FileUnit file, SourceCodeInfo info) {
        StrippedRanges stripped = new StrippedRanges();
        stripped.collect(List.of(), FileDescriptorProto.MESSAGE_TYPE_FIELD_NUMBER, file.messages);
        if (stripped.paths.isEmpty()) {
            return info;
        }
        SourceCodeInfo.Builder kept = SourceCodeInfo.newBuilder();
        for (SourceCodeInfo.Location location : info.getLocationList()) {
            if (!stripped.contains(location.getPathList())) {
                kept.addLocation(location);
            }
        }
        return kept.build();
    }

    private void collect(List<Integer> scope, int field, List<MessageSymbol> messages) {
        for (int i = 0; i < messages.size(); i++) {
            MessageSymbol message = messages.get(i);
            List<Integer> path = join(scope, field, i);
            for (int k = 0; k < message.extensionRanges.size(); k++) {
                OptionSet options = message.extensionRanges.get(k).options;
                if (options != null && isEmptied(options)) {
                    List<Integer> range = join(path, DescriptorProto.EXTENSION_RANGE_FIELD_NUMBER, k);
                    range.add(DescriptorProto.ExtensionRange.OPTIONS_FIELD_NUMBER);
                    paths.add(range);
                }
            }
            collect(path, DescriptorProto.NESTED_TYPE_FIELD_NUMBER, message.messages);
        }
    }

    private static List<Integer> join(List<Integer> path, int field, int index) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(field);
        longer.add(index);
        return longer;
    }

    /** Whether a path is one of the dropped ones or leads into one. */
    private boolean contains(List<Integer> path) {
        for (int length = 1; length <= path.size(); length++) {
            if (paths.contains(path.subList(0, length))) {
                return true;
            }
        }
        return false;
    }
}
