/* Written by proto2ffi 1.2.3. Do not edit. */
/*
 * What the headers that proto2ffi generates have in common. C11 and C++17; needs no library but, with compilers other
 * than gcc and clang, <string.h>, <math.h> and, for atomic fields, Microsoft's <intrin.h>.
 *
 * The functions of generated headers read and write nothing outside of a flat struct, whatever its memory holds: a count
 * beyond the capacity is the capacity, a text without a NUL is empty, a number that no field of a oneof has is none, and
 * of a map's key that is there twice the highest index counts. Pointers in structs that aren't flat are trusted, save
 * that NULL is empty whatever size stands beside it. Members that a program reads by itself are as they were left; for a
 * bool that may be neither 0 nor 1 there is p2f_bool.
 *
 * Functions that return bool return false, and change nothing, when a value doesn't fit or there is no memory. Those
 * that take an allocator copy into its memory, which then belongs to the allocator; nothing is ever freed here. Messages
 * are copied as they are: what they point to is shared.
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
#define P2F_MEMCMP __builtin_memcmp
#define P2F_INFINITY __builtin_inf()
#define P2F_NAN __builtin_nan("")
#else
#include <intrin.h>
#include <math.h>
#include <string.h>
#define P2F_MEMMOVE memmove
#define P2F_MEMSET memset
#define P2F_MEMCHR memchr
#define P2F_MEMCMP memcmp
#define P2F_INFINITY ((double)INFINITY)
#define P2F_NAN ((double)NAN)
#endif

#ifdef __cplusplus
extern "C" {
#endif

P2F_STATIC_ASSERT(sizeof(bool) == 1, "proto2ffi stores a bool in one byte");
P2F_STATIC_ASSERT(sizeof(float) == 4 && sizeof(double) == 8, "proto2ffi needs IEEE 754 float and double");

/** Text that lies elsewhere: `size` bytes of UTF-8 at `data`, no NUL behind them. NULL is empty, whatever `size` says. */
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

/** A bool in memory that others wrote: every byte but 0 is true. */
static inline bool p2f_bool(const bool *at) {
    return *(const unsigned char *)at != 0;
}

/** Bytes before the first NUL of a `text` of `capacity` bytes; 0 where there is no NUL among them. */
static inline uint32_t p2f_string_size(const char *text, size_t capacity) {
    const void *end = P2F_MEMCHR(text, 0, capacity);
    return end == NULL ? 0 : (uint32_t)((const char *)end - text);
}

/** A `text` of `capacity` bytes, or an empty one where there is no NUL among them: a NUL ends what this returns. */
static inline const char *p2f_string(const char *text, size_t capacity) {
    return P2F_MEMCHR(text, 0, capacity) == NULL ? "" : text;
}

/** Whether `size` bytes of text fit into `capacity` bytes, a NUL behind them included, and have no NUL among them. */
static inline bool p2f_string_fits(size_t capacity, const char *text, size_t size) {
    return size < capacity && (size == 0 || P2F_MEMCHR(text, 0, size) == NULL);
}

/** Copies `size` bytes, which fit, and puts a NUL behind them. */
static inline void p2f_string_store(char *target, const char *text, size_t size) {
    p2f_copy(target, text, size);
    target[size] = '\0';
}

/** Whether a text of `capacity` bytes is that of `size` bytes; without a NUL it is none. */
static inline bool p2f_string_is(const char *stored, size_t capacity, const char *text, size_t size) {
    const void *end = P2F_MEMCHR(stored, 0, capacity);
    return end != NULL && (size_t)((const char *)end - stored) == size
            && (size == 0 || P2F_MEMCMP(stored, text, size) == 0);
}

/** Zeroes a oneof's union if its case changes; the case that it then has. */
static inline int32_t p2f_select(int32_t held, int32_t wanted, void *data, size_t size) {
    if (held != wanted) {
        p2f_zero(data, size);
    }
    return wanted;
}

/** The same behind the first `used` bytes, where the value is already: it may come from the union itself. */
static inline int32_t p2f_settle(int32_t held, int32_t wanted, void *data, size_t used, size_t size) {
    return p2f_select(held, wanted, (char *)data + used, size - used);
}

/**
 * Takes `count` times `size` zeroed bytes from an allocator; `*to` is NULL for none. False, and `*to` is NULL, when there
 * is no memory.
 */
static inline bool p2f_allocate(p2f_allocator *allocator, uint64_t count, uint64_t size, uint64_t align, void **to) {
    *to = NULL;
    if (count == 0) {
        return true;
    }
    if (count > (uint64_t)INT64_MAX / size) {
        return false;
    }
    *to = allocator->allocate(allocator, count * size, align);
    if (*to != NULL) {
        p2f_zero(*to, (size_t)(count * size));
    }
    return *to != NULL;
}

/** Text where it is, which must stay there as long as it is used. */
static inline p2f_str p2f_str_of(const char *data, uint64_t size) {
    p2f_str text = {data, data == NULL ? 0 : size};
    return text;
}

/** Copies `size` bytes of text into memory of an allocator; false, and `*to` is empty, when there is none. */
static inline bool p2f_str_copy(p2f_str *to, p2f_allocator *allocator, const char *text, size_t size) {
    void *data;
    bool done = p2f_allocate(allocator, size, 1, 1, &data);
    *to = p2f_str_of((const char *)data, size);
    p2f_copy(data, text, data == NULL ? 0 : size);
    return done;
}

static inline bool p2f_str_is(p2f_str stored, const char *text, size_t size) {
    p2f_str actual = p2f_str_of(stored.data, stored.size);
    return actual.size == size && (size == 0 || P2F_MEMCMP(actual.data, text, size) == 0);
}

/** Bytes where they are, which must stay there as long as they are used. */
static inline p2f_bytes p2f_bytes_of(const void *data, uint64_t size) {
    p2f_bytes bytes = {(const uint8_t *)data, data == NULL ? 0 : size};
    return bytes;
}

/** Copies `size` bytes into memory of an allocator; false, and `*to` is empty, when there is none. */
static inline bool p2f_bytes_copy(p2f_bytes *to, p2f_allocator *allocator, const void *from, size_t size) {
    void *data;
    bool done = p2f_allocate(allocator, size, 1, 1, &data);
    *to = p2f_bytes_of(data, size);
    p2f_copy(data, from, data == NULL ? 0 : size);
    return done;
}

/* Atomic access to plain storage: loads acquire, stores release, the others do both. */
#if defined(__GNUC__) || defined(__clang__)
#define P2F_ATOMICS(bits)                                                                                              \
    static inline uint##bits##_t p2f_load_##bits(const uint##bits##_t *at) {                                           \
        return __atomic_load_n(at, __ATOMIC_ACQUIRE);                                                                  \
    }                                                                                                                  \
    static inline void p2f_store_##bits(uint##bits##_t *at, uint##bits##_t value) {                                    \
        __atomic_store_n(at, value, __ATOMIC_RELEASE);                                                                 \
    }                                                                                                                  \
    static inline bool p2f_compare_exchange_##bits(                                                                    \
            uint##bits##_t *at, uint##bits##_t *expected, uint##bits##_t desired) {                                    \
        return __atomic_compare_exchange_n(at, expected, desired, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE);          \
    }                                                                                                                  \
    static inline uint##bits##_t p2f_fetch_add_##bits(uint##bits##_t *at, uint##bits##_t delta) {                      \
        return __atomic_fetch_add(at, delta, __ATOMIC_ACQ_REL);                                                        \
    }

P2F_ATOMICS(32)
P2F_ATOMICS(64)
#undef P2F_ATOMICS
#else
#define P2F_ATOMICS(bits, type, suffix)                                                                                \
    static inline uint##bits##_t p2f_load_##bits(const uint##bits##_t *at) {                                           \
        return (uint##bits##_t)_InterlockedOr##suffix((volatile type *)(void *)at, 0);                                 \
    }                                                                                                                  \
    static inline void p2f_store_##bits(uint##bits##_t *at, uint##bits##_t value) {                                    \
        (void)_InterlockedExchange##suffix((volatile type *)at, (type)value);                                          \
    }                                                                                                                  \
    static inline bool p2f_compare_exchange_##bits(                                                                    \
            uint##bits##_t *at, uint##bits##_t *expected, uint##bits##_t desired) {                                    \
        uint##bits##_t wanted = *expected;                                                                             \
        *expected = (uint##bits##_t)_InterlockedCompareExchange##suffix(                                               \
                (volatile type *)at, (type)desired, (type)wanted);                                                     \
        return *expected == wanted;                                                                                    \
    }                                                                                                                  \
    static inline uint##bits##_t p2f_fetch_add_##bits(uint##bits##_t *at, uint##bits##_t delta) {                      \
        return (uint##bits##_t)_InterlockedExchangeAdd##suffix((volatile type *)at, (type)delta);                      \
    }

P2F_ATOMICS(32, long, )
P2F_ATOMICS(64, __int64, 64)
#undef P2F_ATOMICS
#endif

#ifdef __cplusplus
}
#endif

#endif /* P2F_PROTO2FFI_H */
