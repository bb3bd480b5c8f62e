/*
 * What the headers that proto2ffi generates have in common. C11 and C++17; needs no library but, with compilers other
 * than gcc and clang, <string.h> and <math.h>.
 */
#ifndef P2F_PROTO2FFI_H
#define P2F_PROTO2FFI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define P2F_STATIC_ASSERT(condition, message) static_assert(condition, message)
#define P2F_ALIGNOF(type) alignof(type)
#define P2F_ALIGNAS(bytes) alignas(bytes)
#else
#define P2F_STATIC_ASSERT(condition, message) _Static_assert(condition, message)
#define P2F_ALIGNOF(type) _Alignof(type)
#define P2F_ALIGNAS(bytes) _Alignas(bytes)
#endif

/* With builtins the headers also compile where there is no C library. */
#if defined(__GNUC__) || defined(__clang__)
#define P2F_MEMMOVE __builtin_memmove
#define P2F_MEMSET __builtin_memset
#define P2F_MEMCHR __builtin_memchr
#define P2F_INFINITY __builtin_inf()
#define P2F_NAN __builtin_nan("")
#else
#include <math.h>
#include <string.h>
#define P2F_MEMMOVE memmove
#define P2F_MEMSET memset
#define P2F_MEMCHR memchr
#define P2F_INFINITY ((double)INFINITY)
#define P2F_NAN ((double)NAN)
#endif

#ifdef __cplusplus
extern "C" {
#endif

P2F_STATIC_ASSERT(sizeof(bool) == 1, "proto2ffi stores a bool in one byte");
P2F_STATIC_ASSERT(sizeof(float) == 4 && sizeof(double) == 8, "proto2ffi needs IEEE 754 float and double");

/** Text that lies elsewhere: `size` bytes of UTF-8 at `data`, which no NUL ends. NULL is an empty one, whatever `size` says. */
typedef struct p2f_str {
    const char *data;
    uint64_t size;
} p2f_str;

/** Bytes that lie elsewhere: `size` of them at `data`. NULL is none, whatever `size` says. */
typedef struct p2f_bytes {
    const uint8_t *data;
    uint64_t size;
} p2f_bytes;

/**
 * Where the memory of strings, bytes, lists, maps and messages that lie outside their struct comes from. A program puts
 * one at the beginning of a struct of its own. What comes from it belongs to it, and must outlive the struct's use.
 *
 * `allocate` returns `size` bytes, at least one, at a multiple of `align`, a power of two; NULL when there are no more.
 */
typedef struct p2f_allocator {
    void *(*allocate)(struct p2f_allocator *self, uint64_t size, uint64_t align);
} p2f_allocator;

/** Copies `size` bytes, which may overlap; with none, `from` may be NULL. */
static inline void p2f_copy(void *to, const void *from, size_t size) {
    if (size != 0) {
        P2F_MEMMOVE(to, from, size);
    }
}

static inline void p2f_zero(void *data, size_t size) {
    P2F_MEMSET(data, 0, size);
}

/** Bytes before the first NUL of a `text` of `capacity` bytes, at most one less than that, NUL or not. */
static inline uint32_t p2f_string_size(const char *text, size_t capacity) {
    const void *end = P2F_MEMCHR(text, 0, capacity - 1);
    return (uint32_t)(end == NULL ? capacity - 1 : (size_t)((const char *)end - text));
}

/** Copies `size` bytes into `target` and a NUL behind them; false when they don't fit or contain a NUL. */
static inline bool p2f_string_set(char *target, size_t capacity, const char *text, size_t size) {
    if (size >= capacity || (size != 0 && P2F_MEMCHR(text, 0, size) != NULL)) {
        return false;
    }
    p2f_copy(target, text, size);
    target[size] = '\0';
    return true;
}

#ifdef __cplusplus
}
#endif

#endif /* P2F_PROTO2FFI_H */
