/* Serves calc.Calculator: each rpc is a function, which returns 0 or the code of an error. */
#include "calc/calculator.p2f.h"

static int32_t overflow(p2f_error *error) {
    return p2f_fail(error, calc_Failure_OVERFLOW, "the result doesn't fit in 64 bits");
}

int32_t calc_Calculator_Add(const calc_BinaryOp *request, calc_Result *response, p2f_error *error) {
    return __builtin_add_overflow(request->left, request->right, &response->value) ? overflow(error) : P2F_OK;
}

int32_t calc_Calculator_Subtract(const calc_BinaryOp *request, calc_Result *response, p2f_error *error) {
    return __builtin_sub_overflow(request->left, request->right, &response->value) ? overflow(error) : P2F_OK;
}

int32_t calc_Calculator_Multiply(const calc_BinaryOp *request, calc_Result *response, p2f_error *error) {
    return __builtin_mul_overflow(request->left, request->right, &response->value) ? overflow(error) : P2F_OK;
}

int32_t calc_Calculator_Divide(const calc_BinaryOp *request, calc_Result *response, p2f_error *error) {
    if (request->right == 0) {
        return p2f_fail(error, calc_Failure_DIVISION_BY_ZERO, "division by zero");
    }
    if (request->left == INT64_MIN && request->right == -1) {
        return overflow(error);
    }
    response->value = request->left / request->right;
    return P2F_OK;
}

/* What Calculator.load looks for; and the batches, as loops over the functions above. */
calc_Calculator_EXPORT;
