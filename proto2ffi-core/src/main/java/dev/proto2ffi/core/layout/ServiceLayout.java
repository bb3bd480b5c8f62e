package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.ServiceDef;
import java.util.List;

/**
 * What both sides of a service's calls must agree on.
 *
 * @param text the service's own canonical text, ended by a newline; see {@link ServiceText}
 * @param fingerprint first 8 bytes, big-endian, of the SHA-256 of that text and the texts of {@code structs} behind it
 * @param structs all that its messages are or reach, sorted by full name
 */
public record ServiceLayout(ServiceDef service, String text, long fingerprint, List<StructLayout> structs) {
    public ServiceLayout {
        structs = List.copyOf(structs);
    }
}
