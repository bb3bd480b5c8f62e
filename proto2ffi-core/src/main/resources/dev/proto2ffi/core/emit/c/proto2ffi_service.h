/*
 * What the headers of schemas with services have in common: how a call says that it failed, how a server streams, and
 * what a library tells of itself before anybody calls it. C11 and C++17; needs what proto2ffi.h needs and, where there is
 * a C library, <stdarg.h> and <stdio.h>.
 *
 * Every call returns 0 or the code of an error, which decides; p2f_error says more, and is only written by calls that
 * fail. Clients call on all their threads at once. Nothing may unwind out of a call: functions that C++ defines for these
 * headers are P2F_NOEXCEPT too.
 */
#ifndef P2F_PROTO2FFI_SERVICE_H
#define P2F_PROTO2FFI_SERVICE_H

#include "proto2ffi.h"

#if !defined(__STDC_HOSTED__) || __STDC_HOSTED__
#define P2F_SERVICE_HOSTED 1
#include <stdarg.h>
#include <stdio.h>
#endif

/* What a library shows to those who load it, however the rest is hidden. */
#ifndef P2F_EXPORT
#if defined(_WIN32) || defined(__CYGWIN__)
#define P2F_EXPORT __declspec(dllexport)
#elif defined(__GNUC__) || defined(__clang__)
#define P2F_EXPORT __attribute__((visibility("default")))
#else
#define P2F_EXPORT
#endif
#endif

/* Functions for calls that fail: kept out of the way of those that don't. */
#if defined(__GNUC__) || defined(__clang__)
#define P2F_RARE __attribute__((__cold__))
#define P2F_RARE_PRINTF(format, first) __attribute__((__cold__, __format__(__printf__, format, first)))
#else
#define P2F_RARE
#define P2F_RARE_PRINTF(format, first)
#endif

#ifdef __cplusplus
#define P2F_NOEXCEPT noexcept
#else
#define P2F_NOEXCEPT
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* What calls return. Positive codes are the server's own. */
enum {
    P2F_OK = 0,
    /** An argument is NULL, misaligned, or lies over another. */
    P2F_INVALID_ARGUMENT = -1,
    /** A server in Rust panicked. */
    P2F_PANIC = -2,
    /** A server in Java threw an exception. */
    P2F_EXCEPTION = -3,
    /** The server in Java is closed. */
    P2F_CLOSED = -4,
    /** The receiver of a stream wants no more items. */
    P2F_CANCELLED = -5,
    P2F_OUT_OF_MEMORY = -6,
    /** The server failed, with 0 for a code. */
    P2F_UNKNOWN = -7,
    /** The two sides were built from different schemas. */
    P2F_MISMATCH = -8
};

/** Bytes of the text of an error, its NUL included. */
#define P2F_ERROR_MESSAGE_SIZE 496

/** Why a call failed. */
typedef struct p2f_error {
    /** What the call returned. */
    int32_t code;
    /** 0. */
    uint32_t reserved;
    /** Of the request of a batch that failed; those before it were answered. 0 for other calls. */
    uint64_t index;
    /** For people; UTF-8 with a NUL behind it. */
    char message[P2F_ERROR_MESSAGE_SIZE];
} p2f_error;

P2F_STATIC_ASSERT(sizeof(p2f_error) == 512, "p2f_error has another size");
P2F_STATIC_ASSERT(P2F_ALIGNOF(p2f_error) == 8, "p2f_error has another alignment");
P2F_STATIC_ASSERT(offsetof(p2f_error, code) == 0, "p2f_error.code is elsewhere");
P2F_STATIC_ASSERT(offsetof(p2f_error, index) == 8, "p2f_error.index is elsewhere");
P2F_STATIC_ASSERT(offsetof(p2f_error, message) == 16, "p2f_error.message is elsewhere");

/**
 * Where a server's items go. A client puts one at the beginning of a struct of its own; a server gives it to the `_send`
 * function of the rpc, on the thread of the call and during the call.
 *
 * `send` returns 0 for more, anything else to stop: the server returns that at once, as a rule P2F_CANCELLED. It looks at
 * the item only while it runs. The item is NULL where the message has no fields.
 */
typedef struct p2f_stream {
    int32_t (*send)(struct p2f_stream *self, const void *item) P2F_NOEXCEPT;
} p2f_stream;

/** The version of p2f_service and of all conventions of calls. */
#define P2F_SERVICE_ABI UINT32_C(1)

/** A struct that a service uses, as the library was built with it: its own text and its fingerprint. */
typedef struct p2f_layout {
    const char *name;
    uint64_t fingerprint;
    const char *text;
} p2f_layout;

/** What a library was built from, one for each service: who loads it compares. */
typedef struct p2f_service {
    /** P2F_SERVICE_ABI. */
    uint32_t abi;
    uint32_t layout_count;
    uint64_t fingerprint;
    /** Full name in the schema. */
    const char *name;
    /** The rpcs, one a line. */
    const char *text;
    /** All structs that the rpcs use, directly or through others, sorted by name. */
    const p2f_layout *layouts;
} p2f_service;

P2F_STATIC_ASSERT(sizeof(void *) == 8, "proto2ffi's calls need 64-bit pointers");
P2F_STATIC_ASSERT(sizeof(p2f_layout) == 24, "p2f_layout has another size");
P2F_STATIC_ASSERT(sizeof(p2f_service) == 40, "p2f_service has another size");
P2F_STATIC_ASSERT(offsetof(p2f_service, fingerprint) == 8, "p2f_service.fingerprint is elsewhere");
P2F_STATIC_ASSERT(offsetof(p2f_service, layouts) == 32, "p2f_service.layouts is elsewhere");

/**
 * Says why a call fails: `return p2f_fail(error, 3, "division by zero");`. A message that is too long is cut between two
 * characters.
 *
 * Returns `code`, or P2F_UNKNOWN where that is 0. `error` and `message` may be NULL.
 */
P2F_RARE
static inline int32_t p2f_fail(p2f_error *error, int32_t code, const char *message) {
    int32_t known = code == P2F_OK ? (int32_t)P2F_UNKNOWN : code;
    if (error != NULL) {
        size_t size = 0;
        size_t character = 0;
        while (message != NULL && message[size] != '\0') {
            /* All bytes of a character but the first have these two bits. */
            if (((unsigned char)message[size] & 0xC0) != 0x80) {
                character = size;
            }
            if (size == P2F_ERROR_MESSAGE_SIZE - 1) {
                size = character;
                break;
            }
            size++;
        }
        p2f_copy(error->message, message, size);
        error->message[size] = '\0';
        error->code = known;
        error->reserved = 0;
        error->index = 0;
    }
    return known;
}

#ifdef P2F_SERVICE_HOSTED
/** As p2f_fail, with a message as printf makes it. */
P2F_RARE_PRINTF(3, 4)
static inline int32_t p2f_failf(p2f_error *error, int32_t code, const char *format, ...) {
    /* One character more than fits, so that p2f_fail sees where the last one begins. */
    char message[P2F_ERROR_MESSAGE_SIZE + 4];
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return p2f_fail(error, code, size < 0 ? format : message);
}
#endif

/** Says which request of a batch failed: where p2f_fail was called for it, `index` is added. Returns `code`. */
static inline int32_t p2f_fail_at(p2f_error *error, int32_t code, uint64_t index) {
    if (error != NULL) {
        error->index = index;
    }
    return code;
}

/** Whether a table of functions was built from the same schema; else why not. */
static inline int32_t p2f_check_table(
        const void *table, uint64_t fingerprint, const char *mismatch, p2f_error *error) {
    if (table == NULL) {
        return p2f_fail(error, P2F_INVALID_ARGUMENT, "the table of the server's functions is NULL");
    }
    return *(const uint64_t *)table == fingerprint ? (int32_t)P2F_OK : p2f_fail(error, P2F_MISMATCH, mismatch);
}

#ifdef __cplusplus
}
#endif

#endif /* P2F_PROTO2FFI_SERVICE_H */
