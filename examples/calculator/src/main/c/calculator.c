/* Four functions over the generated structs. Each returns 0 when it wrote an answer, -1 for a NULL pointer. */
#include "calc/calculator.p2f.h"

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

static void answer(calc_Result *result, int64_t value) {
    calc_Result_init(result);
    result->value = value;
}

static void refuse(calc_Result *result, calc_Status status, const char *message, size_t size) {
    calc_Result_init(result);
    result->status = status;
    calc_Result_set_message(result, message, size);
}

static void overflow(calc_Result *result) {
    static const char message[] = "the result doesn't fit in 64 bits";
    refuse(result, calc_Status_OVERFLOW, message, sizeof message - 1);
}

EXPORT int32_t calc_add(const calc_BinaryOp *op, calc_Result *result) {
    int64_t value;
    if (!op || !result) {
        return -1;
    }
    if (__builtin_add_overflow(op->left, op->right, &value)) {
        overflow(result);
    } else {
        answer(result, value);
    }
    return 0;
}

EXPORT int32_t calc_subtract(const calc_BinaryOp *op, calc_Result *result) {
    int64_t value;
    if (!op || !result) {
        return -1;
    }
    if (__builtin_sub_overflow(op->left, op->right, &value)) {
        overflow(result);
    } else {
        answer(result, value);
    }
    return 0;
}

EXPORT int32_t calc_multiply(const calc_BinaryOp *op, calc_Result *result) {
    int64_t value;
    if (!op || !result) {
        return -1;
    }
    if (__builtin_mul_overflow(op->left, op->right, &value)) {
        overflow(result);
    } else {
        answer(result, value);
    }
    return 0;
}

EXPORT int32_t calc_divide(const calc_BinaryOp *op, calc_Result *result) {
    static const char by_zero[] = "division by zero";
    if (!op || !result) {
        return -1;
    }
    if (op->right == 0) {
        refuse(result, calc_Status_DIVISION_BY_ZERO, by_zero, sizeof by_zero - 1);
    } else if (op->left == INT64_MIN && op->right == -1) {
        overflow(result);
    } else {
        answer(result, op->left / op->right);
    }
    return 0;
}
