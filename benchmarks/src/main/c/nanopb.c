/* The native end of protobuf calls by nanopb: a second opinion about the first row of the ladder. */
#include "ladder.pb.h"
#include "pb_decode.h"
#include "pb_encode.h"

#include <stddef.h>

/** Twin of ladder_add_instance in Rust: the length of the response, or -1. */
__attribute__((visibility("default"))) int64_t ladder_add_nanopb(
        const uint8_t *request, size_t length, uint8_t *out, size_t capacity) {
    ladder_AddRequest add = ladder_AddRequest_init_zero;
    ladder_AddResponse response = ladder_AddResponse_init_zero;
    pb_istream_t in = pb_istream_from_buffer(request, length);
    pb_ostream_t answer = pb_ostream_from_buffer(out, capacity);
    if (!pb_decode(&in, ladder_AddRequest_fields, &add)) {
        return -1;
    }
    response.value = (int64_t)((uint64_t)add.a + (uint64_t)add.b);
    return pb_encode(&answer, ladder_AddResponse_fields, &response) ? (int64_t)answer.bytes_written : -1;
}
