/* Written by hand, as the model of what the C emitter prints for calc.proto, and what of proto2ffi_service.h it needs. */
#ifndef CALC_H
#define CALC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))

enum { P2F_INVALID_ARGUMENT = -1, P2F_CANCELLED = -5, P2F_OUT_OF_MEMORY = -6, P2F_MISMATCH = -8 };

typedef struct p2f_error {
    int32_t code;
    uint32_t reserved;
    uint64_t index;
    char message[496];
} p2f_error;

typedef struct p2f_allocator {
    void *(*allocate)(struct p2f_allocator *self, uint64_t size, uint64_t align);
} p2f_allocator;

typedef struct p2f_stream {
    int32_t (*send)(struct p2f_stream *self, const void *item);
} p2f_stream;

typedef struct p2f_layout {
    const char *name;
    uint64_t fingerprint;
    const char *text;
} p2f_layout;

typedef struct p2f_service {
    uint32_t abi;
    uint32_t layout_count;
    uint64_t fingerprint;
    const char *name;
    const char *text;
    const p2f_layout *layouts;
} p2f_service;

static inline int32_t fail(p2f_error *error, int32_t code, const char *message) {
    if (error != NULL) {
        error->code = code;
        error->index = 0;
        snprintf(error->message, sizeof error->message, "%s", message);
    }
    return code;
}

typedef struct calc_BinaryOp {
    int64_t left;
    int64_t right;
} calc_BinaryOp;

typedef struct calc_Result {
    int64_t value;
} calc_Result;

typedef struct calc_Query {
    int32_t count;
    int32_t mode;
} calc_Query;

typedef struct calc_Text {
    const char *data;
    uint64_t size;
} calc_Text;

typedef struct calc_Calculator {
    uint64_t fingerprint;
    void *self;
    int32_t (*Add)(void *, const calc_BinaryOp *, calc_Result *, p2f_error *);
    int32_t (*Add_batch)(void *, const calc_BinaryOp *, calc_Result *, uint64_t, p2f_error *);
    int32_t (*Divide)(void *, const calc_BinaryOp *, calc_Result *, p2f_error *);
    int32_t (*Divide_batch)(void *, const calc_BinaryOp *, calc_Result *, uint64_t, p2f_error *);
    int32_t (*History)(void *, const calc_Query *, p2f_stream *, p2f_error *);
    int32_t (*Build)(void *, const calc_Text *, calc_Text *, p2f_allocator *, p2f_error *);
    int32_t (*Build_batch)(void *, const calc_Text *, calc_Text *, uint64_t, p2f_allocator *, p2f_error *);
    int32_t (*Push)(void *, const calc_BinaryOp *, p2f_error *);
    int32_t (*Push_batch)(void *, const calc_BinaryOp *, uint64_t, p2f_error *);
    int32_t (*Reset)(void *, p2f_error *);
    int32_t (*Reset_batch)(void *, uint64_t, p2f_error *);
    int32_t (*Stop)(void *, calc_Result *, p2f_error *);
    int32_t (*Ticks)(void *, p2f_stream *, p2f_error *);
} calc_Calculator;

EXPORT int32_t calc_Calculator_Add(const calc_BinaryOp *, calc_Result *, p2f_error *);
EXPORT int32_t calc_Calculator_Add_batch(const calc_BinaryOp *, calc_Result *, uint64_t, p2f_error *);
EXPORT int32_t calc_Calculator_Divide(const calc_BinaryOp *, calc_Result *, p2f_error *);
EXPORT int32_t calc_Calculator_Divide_batch(const calc_BinaryOp *, calc_Result *, uint64_t, p2f_error *);
EXPORT int32_t calc_Calculator_History(const calc_Query *, p2f_stream *, p2f_error *);
EXPORT int32_t calc_Calculator_Build(const calc_Text *, calc_Text *, p2f_allocator *, p2f_error *);
EXPORT int32_t calc_Calculator_Build_batch(const calc_Text *, calc_Text *, uint64_t, p2f_allocator *, p2f_error *);
EXPORT int32_t calc_Calculator_Push(const calc_BinaryOp *, p2f_error *);
EXPORT int32_t calc_Calculator_Push_batch(const calc_BinaryOp *, uint64_t, p2f_error *);
EXPORT int32_t calc_Calculator_Reset(p2f_error *);
EXPORT int32_t calc_Calculator_Reset_batch(uint64_t, p2f_error *);
EXPORT int32_t calc_Calculator_Stop(calc_Result *, p2f_error *);
EXPORT int32_t calc_Calculator_Ticks(p2f_stream *, p2f_error *);

#ifndef CALC_FINGERPRINT
#define CALC_FINGERPRINT 0xC0FFEE0123456789
#endif
#ifndef CALC_ABI
#define CALC_ABI 1
#endif
#ifndef CALC_NAME
#define CALC_NAME "calc.Calculator"
#endif
#ifndef CALC_RESULT_FINGERPRINT
#define CALC_RESULT_FINGERPRINT 12
#endif
#ifndef CALC_RESULT
#define CALC_RESULT "struct calc.Result size 8 align 8\n  value int64_t at 0 size 8\n"
#endif
#ifndef CALC_DIVIDE
#define CALC_DIVIDE "  Divide calc.BinaryOp returns calc.Result batch\n"
#endif

static const p2f_layout calc_layouts[] = {
    {"calc.BinaryOp", 11,
     "struct calc.BinaryOp size 16 align 8\n  left int64_t at 0 size 8\n  right int64_t at 8 size 8\n"},
    {"calc.Query", 13, "struct calc.Query size 8 align 4\n  count int32_t at 0 size 4\n  mode int32_t at 4 size 4\n"},
    {"calc.Result", CALC_RESULT_FINGERPRINT, CALC_RESULT},
    {"calc.Text", 14, "struct calc.Text size 16 align 8\n  text string* at 0 size 16\n"},
};

#define CALC_SERVICE(symbol)                                                                                             \
    extern EXPORT const p2f_service symbol;                                                                              \
    const p2f_service symbol = {                                                                                         \
        CALC_ABI, 4, CALC_FINGERPRINT, CALC_NAME,                                                                        \
        "service calc.Calculator\n"                                                                                      \
        "  Add calc.BinaryOp returns calc.Result critical batch\n" CALC_DIVIDE                                           \
        "  History calc.Query returns stream calc.Result\n"                                                              \
        "  Build calc.Text returns calc.Text batch\n"                                                                    \
        "  Push calc.BinaryOp returns () batch\n"                                                                        \
        "  Reset () returns () batch\n"                                                                                  \
        "  Stop () returns calc.Result\n"                                                                                \
        "  Ticks () returns stream ()\n",                                                                                \
        calc_layouts}

#endif
