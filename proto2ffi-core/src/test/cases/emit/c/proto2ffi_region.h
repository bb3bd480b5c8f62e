/* Written by proto2ffi 1.2.3. Do not edit. */
/*
 * Regions: flat structs in memory that several processes map, made by C or by Java's SharedRegion. C11 and C++17; needs
 * what proto2ffi.h needs. With P2F_REGION_POSIX defined it also opens files, by <sys/mman.h> and its like.
 *
 * All functions may be called by all threads of all processes at the same time, save where they say otherwise. What they
 * are told by the memory they check, for other programs write it too: nothing outside of the region is read or written.
 * Publishing a root releases, finding one acquires; from there on use the atomic fields of the structs. Nobody may shorten
 * a file that is mapped: touching what was cut off raises SIGBUS.
 */
#ifndef P2F_PROTO2FFI_REGION_H
#define P2F_PROTO2FFI_REGION_H

#include "proto2ffi.h"

#ifdef P2F_REGION_POSIX
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define P2F_REGION_VERSION UINT32_C(1)
#define P2F_REGION_BYTE_ORDER UINT32_C(0x01020304)
#define P2F_REGION_ROOTS 31
#define P2F_REGION_MAX_NAME 87
#define P2F_REGION_MAX_ALIGN UINT64_C(4096)

/** What became of a call, and why; p2f_region_message has words for it. */
typedef enum p2f_region_status {
    P2F_REGION_OK = 0,
    /** The memory doesn't begin as a region does. */
    P2F_REGION_NOT_A_REGION,
    /** Its creator is still at it, or died half-way. */
    P2F_REGION_UNFINISHED,
    /** There is less memory than the header says. */
    P2F_REGION_TRUNCATED,
    P2F_REGION_OTHER_VERSION,
    P2F_REGION_OTHER_BYTE_ORDER,
    /** A number in the region can't be one. */
    P2F_REGION_CORRUPT,
    /** A struct has another layout in the program that published it. */
    P2F_REGION_OTHER_LAYOUT,
    /** Nobody published a root of that name yet. */
    P2F_REGION_NO_ROOT,
    /** A root of that name was published before. */
    P2F_REGION_NAME_TAKEN,
    P2F_REGION_TOO_MANY_ROOTS,
    /** NULL, a misaligned pointer, a pointer to elsewhere, a count of 0, or a name that is too long. */
    P2F_REGION_BAD_ARGUMENT,
    /** errno says why. */
    P2F_REGION_SYSTEM
} p2f_region_status;

/** A root as it stands in memory. `offset` is written last: 0 is one that isn't published. */
typedef struct p2f_region_root {
    /** FNV-1a of the name; 0 is an entry that nobody claimed. */
    uint64_t key;
    uint64_t offset;
    uint64_t fingerprint;
    uint64_t count;
    uint64_t struct_size;
    /** Ends with a NUL. */
    char name[P2F_REGION_MAX_NAME + 1];
} p2f_region_root;

/** The start of a region. `magic` is written last. */
typedef struct p2f_region_header {
    /** The bytes P2FSHARE. */
    uint64_t magic;
    uint32_t byte_order;
    uint32_t version;
    uint32_t header_size;
    uint32_t root_entries;
    uint64_t size;
    /** Bytes that are taken, from the start of the region; it only grows. */
    uint64_t used;
    uint8_t reserved[88];
    p2f_region_root roots[P2F_REGION_ROOTS];
} p2f_region_header;

P2F_STATIC_ASSERT(sizeof(p2f_region_root) == 128, "p2f_region_root has another size");
P2F_STATIC_ASSERT(sizeof(p2f_region_header) == 4096, "p2f_region_header has another size");
P2F_STATIC_ASSERT(offsetof(p2f_region_header, used) == 32, "p2f_region_header.used is elsewhere");
P2F_STATIC_ASSERT(offsetof(p2f_region_header, roots) == 128, "p2f_region_header.roots is elsewhere");

/** A region as this process has it mapped. */
typedef struct p2f_region {
    p2f_region_header *header;
    /** Bytes of the region. */
    uint64_t size;
    /** Bytes of the mapping, which may be longer. */
    uint64_t mapped;
} p2f_region;

/** A sentence for people. */
static inline const char *p2f_region_message(p2f_region_status status) {
    switch (status) {
        case P2F_REGION_OK:
            return "done";
        case P2F_REGION_NOT_A_REGION:
            return "this is no region of proto2ffi; give the path of a file that was made as one";
        case P2F_REGION_UNFINISHED:
            return "the region isn't finished: its creator is still at it, or died; then make it anew";
        case P2F_REGION_TRUNCATED:
            return "the region was cut: there is less of it than its header says; make it anew";
        case P2F_REGION_OTHER_VERSION:
            return "the region is of another version; run programs of the same release of proto2ffi";
        case P2F_REGION_OTHER_BYTE_ORDER:
            return "the region was made on a machine of the other byte order; make it anew";
        case P2F_REGION_CORRUPT:
            return "some program wrote over the region's header; make it anew";
        case P2F_REGION_OTHER_LAYOUT:
            return "the struct has another layout in the program that published it; generate both from the same schema";
        case P2F_REGION_NO_ROOT:
            return "nobody published a root of that name yet; is the program running that does so?";
        case P2F_REGION_NAME_TAKEN:
            return "a root of that name was published before; choose another name";
        case P2F_REGION_TOO_MANY_ROOTS:
            return "all roots are taken; publish one struct that holds the offsets of the others";
        case P2F_REGION_BAD_ARGUMENT:
            return "a pointer, count or name is none that a region can take";
        case P2F_REGION_SYSTEM:
            return "the system refused; errno says why";
    }
    return "an unknown status";
}

static inline uint64_t p2f_region_magic(void) {
    uint64_t magic;
    p2f_copy(&magic, "P2FSHARE", sizeof magic);
    return magic;
}

/**
 * Makes a region in zeroed memory that begins on a page, such as that of a new file. Nobody else may do so at the same time.
 */
static inline p2f_region_status p2f_region_format(void *memory, uint64_t size) {
    p2f_region_header *header = (p2f_region_header *)memory;
    if (memory == NULL || (uintptr_t)memory % P2F_REGION_MAX_ALIGN != 0 || size <= sizeof *header) {
        return P2F_REGION_BAD_ARGUMENT;
    }
    header->byte_order = P2F_REGION_BYTE_ORDER;
    header->version = P2F_REGION_VERSION;
    header->header_size = (uint32_t)sizeof *header;
    header->root_entries = P2F_REGION_ROOTS;
    header->size = size;
    header->used = sizeof *header;
    p2f_store_64(&header->magic, p2f_region_magic());
    return P2F_REGION_OK;
}

/** What is wrong with memory that is too small for a header. */
static inline p2f_region_status p2f_region_too_small(const void *memory, uint64_t bytes) {
    const unsigned char *at = (const unsigned char *)memory;
    uint64_t i;
    if (bytes >= sizeof(uint64_t) && p2f_load_64((const uint64_t *)memory) == p2f_region_magic()) {
        return P2F_REGION_TRUNCATED;
    }
    for (i = 0; i < bytes; i++) {
        if (at[i] != 0) {
            return P2F_REGION_NOT_A_REGION;
        }
    }
    return P2F_REGION_UNFINISHED;
}

/** Checks mapped memory, which begins on a page, and fills in `*region` if it is a region that this program can use. */
static inline p2f_region_status p2f_region_attach(p2f_region *region, void *memory, uint64_t bytes) {
    p2f_region_header *header = (p2f_region_header *)memory;
    uint64_t magic, size, used;
    if (memory == NULL || (uintptr_t)memory % P2F_REGION_MAX_ALIGN != 0) {
        return P2F_REGION_BAD_ARGUMENT;
    }
    if (bytes < sizeof *header) {
        return p2f_region_too_small(memory, bytes);
    }
    magic = p2f_load_64(&header->magic);
    if (magic != p2f_region_magic()) {
        return magic == 0 ? P2F_REGION_UNFINISHED : P2F_REGION_NOT_A_REGION;
    }
    if (header->byte_order != P2F_REGION_BYTE_ORDER) {
        return header->byte_order == UINT32_C(0x04030201) ? P2F_REGION_OTHER_BYTE_ORDER : P2F_REGION_CORRUPT;
    }
    if (header->version != P2F_REGION_VERSION) {
        return P2F_REGION_OTHER_VERSION;
    }
    size = p2f_load_64(&header->size);
    if (header->header_size != sizeof *header || header->root_entries != P2F_REGION_ROOTS || size < sizeof *header) {
        return P2F_REGION_CORRUPT;
    }
    if (size > bytes) {
        return P2F_REGION_TRUNCATED;
    }
    used = p2f_load_64(&header->used);
    if (used < sizeof *header || used > size) {
        return P2F_REGION_CORRUPT;
    }
    region->header = header;
    region->size = size;
    region->mapped = bytes;
    return P2F_REGION_OK;
}

/**
 * Takes `size` zeroed bytes at a multiple of `align`, a power of two up to P2F_REGION_MAX_ALIGN. They are never given
 * back. NULL when there is no room.
 */
static inline void *p2f_region_allocate(const p2f_region *region, uint64_t size, uint64_t align) {
    uint64_t used = p2f_load_64(&region->header->used);
    uint64_t start;
    if (align == 0 || align > P2F_REGION_MAX_ALIGN || (align & (align - 1)) != 0) {
        return NULL;
    }
    do {
        if (used < sizeof *region->header || used > region->size) {
            return NULL;
        }
        start = (used + align - 1) & ~(align - 1);
        if (start > region->size || size > region->size - start) {
            return NULL;
        }
    } while (!p2f_compare_exchange_64(&region->header->used, &used, start + size));
    return (unsigned char *)region->header + start;
}

/** What was allocated at an offset: `size` bytes at a multiple of `align`, or NULL if that can't be. 0 is none. */
static inline void *p2f_region_at(const p2f_region *region, uint64_t offset, uint64_t size, uint64_t align) {
    uint64_t used = p2f_load_64(&region->header->used);
    if (used > region->size || offset < sizeof *region->header || offset > used || size > used - offset
            || align == 0 || offset % align != 0) {
        return NULL;
    }
    return (unsigned char *)region->header + offset;
}

/** Where `at` stands in the region, the same in all processes; 0 if it doesn't. */
static inline uint64_t p2f_region_offset(const p2f_region *region, const void *at) {
    uintptr_t offset = (uintptr_t)at - (uintptr_t)region->header;
    return offset >= sizeof *region->header && offset < region->size ? offset : 0;
}

/** The key of a root's name; 0 for a name that none can have. */
static inline uint64_t p2f_region_key(const char *name) {
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    size_t size = 0;
    for (; name[size] != '\0'; size++) {
        if (size == P2F_REGION_MAX_NAME) {
            return 0;
        }
        hash = (hash ^ (unsigned char)name[size]) * UINT64_C(0x100000001b3);
    }
    return size == 0 ? 0 : hash == 0 ? 1 : hash;
}

/** Whether a stored name is this one. */
static inline bool p2f_region_is_named(const p2f_region_root *root, const char *name) {
    size_t i = 0;
    while (i < P2F_REGION_MAX_NAME && name[i] != '\0' && root->name[i] == name[i]) {
        i++;
    }
    return name[i] == '\0' && root->name[i] == '\0';
}

/**
 * The first of the structs that somebody published by a name, and in `*count` how many they are; NULL, and in `*status`
 * why, if there are none. P2F_REGION_FIND asks for a generated struct.
 */
static inline void *p2f_region_find(const p2f_region *region, const char *name, uint64_t fingerprint,
        uint64_t struct_size, uint64_t align, uint64_t *count, p2f_region_status *status) {
    uint64_t key = p2f_region_key(name);
    int i;
    *count = 0;
    *status = key == 0 || struct_size == 0 ? P2F_REGION_BAD_ARGUMENT : P2F_REGION_NO_ROOT;
    for (i = 0; *status == P2F_REGION_NO_ROOT && i < P2F_REGION_ROOTS; i++) {
        const p2f_region_root *root = &region->header->roots[i];
        uint64_t holder = p2f_load_64(&root->key);
        if (holder == 0) {
            return NULL;
        }
        if (holder == key) {
            uint64_t offset = p2f_load_64(&root->offset);
            uint64_t found;
            void *first = NULL;
            if (offset == 0) {
                return NULL;
            }
            if (!p2f_region_is_named(root, name)) {
                *status = P2F_REGION_NAME_TAKEN;
                return NULL;
            }
            if (root->fingerprint != fingerprint) {
                *status = P2F_REGION_OTHER_LAYOUT;
                return NULL;
            }
            found = p2f_load_64(&root->count);
            if (root->struct_size == struct_size && found != 0 && found <= region->size / struct_size) {
                first = p2f_region_at(region, offset, found * struct_size, align);
            }
            *count = first == NULL ? 0 : found;
            *status = first == NULL ? P2F_REGION_CORRUPT : P2F_REGION_OK;
            return first;
        }
    }
    return NULL;
}

/** Lets others find `count` structs of this region by a name; all that was written to them before is then seen. */
static inline p2f_region_status p2f_region_publish(const p2f_region *region, const char *name, uint64_t fingerprint,
        uint64_t struct_size, const void *first, uint64_t count) {
    uint64_t key = p2f_region_key(name);
    uint64_t offset = p2f_region_offset(region, first);
    int i;
    if (key == 0 || offset == 0 || count == 0 || struct_size == 0 || count > (region->size - offset) / struct_size) {
        return P2F_REGION_BAD_ARGUMENT;
    }
    for (i = 0; i < P2F_REGION_ROOTS; i++) {
        p2f_region_root *root = &region->header->roots[i];
        uint64_t holder = 0;
        if (p2f_compare_exchange_64(&root->key, &holder, key)) {
            size_t size = 0;
            while (name[size] != '\0') {
                size++;
            }
            p2f_copy(root->name, name, size);
            root->fingerprint = fingerprint;
            root->count = count;
            root->struct_size = struct_size;
            p2f_store_64(&root->offset, offset);
            return P2F_REGION_OK;
        }
        if (holder == key) {
            return P2F_REGION_NAME_TAKEN;
        }
    }
    return P2F_REGION_TOO_MANY_ROOTS;
}

/** p2f_region_find for a generated struct, which must be flat: (social_Post *)P2F_REGION_FIND(&region, social_Post, …). */
#define P2F_REGION_FIND(region, T, name, count, status)                                                                \
    p2f_region_find(region, name, T##_FINGERPRINT, T##_SIZE, T##_ALIGN, count, status)

/** p2f_region_publish for a generated struct, which must be flat. */
#define P2F_REGION_PUBLISH(region, T, name, first, count)                                                              \
    p2f_region_publish(region, name, T##_FINGERPRINT, T##_SIZE, first, count)

/** p2f_region_allocate for so many generated structs, which must be flat: all bytes are zero, call T_init for defaults. */
#define P2F_REGION_ALLOCATE(region, T, count)                                                                          \
    ((uint64_t)(count) > (region)->size / T##_SIZE                                                                     \
                    ? NULL                                                                                             \
                    : p2f_region_allocate(region, (uint64_t)(count) * T##_SIZE, T##_ALIGN))

#ifdef P2F_REGION_POSIX
/** Maps the region of a file, for reading and writing. */
static inline p2f_region_status p2f_region_open(p2f_region *region, const char *path) {
    p2f_region_status status;
    struct stat file;
    size_t size;
    void *memory;
    int descriptor = open(path, O_RDWR);
    if (descriptor < 0) {
        return P2F_REGION_SYSTEM;
    }
    if (fstat(descriptor, &file) != 0) {
        close(descriptor);
        return P2F_REGION_SYSTEM;
    }
    if (file.st_size <= 0) {
        close(descriptor);
        return P2F_REGION_UNFINISHED;
    }
    size = (size_t)file.st_size;
    memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    if (memory == MAP_FAILED) {
        close(descriptor);
        return P2F_REGION_SYSTEM;
    }
    status = p2f_region_attach(region, memory, size);
    if (status != P2F_REGION_OK) {
        munmap(memory, size);
    }
    /* What has grown since was being filled then, though its header is complete by now. */
    if (status == P2F_REGION_TRUNCATED && fstat(descriptor, &file) == 0 && (size_t)file.st_size > size) {
        status = P2F_REGION_UNFINISHED;
    }
    close(descriptor);
    return status;
}

/** Unmaps what p2f_region_open mapped. No thread may use any of it from then on. */
static inline void p2f_region_close(p2f_region *region) {
    munmap(region->header, (size_t)region->mapped);
    region->header = NULL;
}
#endif

#ifdef __cplusplus
}
#endif

#endif /* P2F_PROTO2FFI_REGION_H */
