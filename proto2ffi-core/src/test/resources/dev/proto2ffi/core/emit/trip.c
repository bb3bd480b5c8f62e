/* Checks what Java wrote (generation 0), writes generation 1. Returns the line of the first difference, or 0. */
#include "trip/all.p2f.h"

#define CHECK(condition)     \
    do {                     \
        if (!(condition)) {  \
            return __LINE__; \
        }                    \
    } while (0)

static bool same(const void *a, const void *b, size_t size) {
    return __builtin_memcmp(a, b, size) == 0;
}

static const uint8_t y0[] = {0, 0xff}, h0[] = {0, 1, 2}, y1[] = {1, 0, 0xff}, h1[] = {1, 2, 3};

int32_t trip_c(trip_All *all);

static int32_t singular(trip_Singular *p) {
    CHECK(p->b && p->d == 0.5 && p->f == -0.5f && p->i == -100 && p->l == INT64_MIN);
    CHECK(p->u == UINT32_MAX && p->w == UINT64_MAX && p->e == trip_Mood_WILD);
    CHECK(trip_Singular_s_size(p) == 7 && same(p->s, "gr\xc3\xbc\xc3\x9f" "e", 8));
    CHECK(trip_Singular_y_size(p) == 2 && same(p->y.data, y0, 2) && same(p->h, h0, 3));
    CHECK(p->m.id == 7 && same(p->m.name, "inner", 6));
    p->b = false;
    p->d = 1.5;
    p->f = -1.5f;
    p->i = 101;
    p->l = INT64_MAX;
    p->u = 1;
    p->w = 1;
    p->e = trip_Mood_CALM;
    CHECK(trip_Singular_set_s(p, "c", 1) && !trip_Singular_set_s(p, "eleven byte", 11));
    CHECK(trip_Singular_set_y(p, y1, 3) && trip_Singular_set_h(p, h1, 3));
    p->m.id = 8;
    CHECK(trip_Inner_set_name(&p->m, "from c", 6));
    return 0;
}

#define SWAP(field, old, new)                                                             \
    CHECK(trip_Optional_has_##field(p) && trip_Optional_get_##field(p) == (old));         \
    trip_Optional_clear_##field(p);                                                       \
    CHECK(!trip_Optional_has_##field(p) && trip_Optional_get_##field(p) == 0);            \
    trip_Optional_set_##field(p, new)

static int32_t optional(trip_Optional *p) {
    SWAP(b, true, false);
    SWAP(d, 0.5, 1.5);
    SWAP(f, -0.5f, -1.5f);
    SWAP(i, -100, 101);
    SWAP(l, INT64_MIN, INT64_MAX);
    SWAP(u, UINT32_MAX, 1);
    SWAP(w, UINT64_MAX, 1);
    SWAP(e, trip_Mood_WILD, trip_Mood_CALM);
    CHECK(trip_Optional_has_s(p) && trip_Optional_s_size(p) == 1 && same(trip_Optional_get_s(p), "j", 2));
    CHECK(trip_Optional_has_y(p) && trip_Optional_y_size(p) == 2 && same(trip_Optional_get_y(p), y0, 2));
    CHECK(trip_Optional_has_h(p) && same(trip_Optional_get_h(p), h0, 3));
    CHECK(trip_Optional_has_m(p) && trip_Optional_get_m(p)->id == 7);
    CHECK(trip_Optional_set_s(p, "c", 1) && trip_Optional_set_y(p, y1, 3));
    trip_Optional_clear_h(p);
    trip_Optional_clear_m(p);
    return 0;
}

#define APPEND(field, first, new)                                                          \
    CHECK(trip_Repeated_##field##_count(p) == 2 && *trip_Repeated_get_##field(p, 0) == (first)); \
    CHECK(trip_Repeated_add_##field(p, new) && !trip_Repeated_add_##field(p, new));        \
    CHECK(trip_Repeated_set_##field(p, 0, new) && !trip_Repeated_set_##field(p, 3, new))

static int32_t repeated(trip_Repeated *p) {
    APPEND(b, true, false);
    APPEND(d, 0.5, 1.5);
    APPEND(f, -0.5f, -1.5f);
    APPEND(i, -100, 101);
    APPEND(l, INT64_MIN, INT64_MAX);
    APPEND(u, UINT32_MAX, 1);
    APPEND(w, UINT64_MAX, 1);
    APPEND(e, trip_Mood_WILD, trip_Mood_CALM);
    CHECK(trip_Repeated_s_count(p) == 2 && same(trip_Repeated_get_s(p, 1), "j", 2) && trip_Repeated_add_s(p, "c", 1));
    CHECK(trip_Repeated_y_size(p, 1) == 2 && trip_Repeated_add_y(p, y1, 3));
    CHECK(same(trip_Repeated_get_h(p, 1), h0, 3) && trip_Repeated_add_h(p, h1, 3));
    CHECK(trip_Repeated_get_m(p, 1)->id == 7 && trip_Repeated_get_m(p, 2) == NULL);
    trip_Repeated_add_m(p)->id = 8;
    return 0;
}

static int32_t fixed(trip_Fixed *p) {
    CHECK(p->b[2] && p->d[2] == 0.5 && p->f[2] == -0.5f && p->i[2] == -100 && p->l[2] == INT64_MIN);
    CHECK(p->u[2] == UINT32_MAX && p->w[2] == UINT64_MAX && p->e[2] == trip_Mood_WILD && p->m[2].id == 7);
    CHECK(same(trip_Fixed_get_s(p, 2), "j", 2) && trip_Fixed_y_size(p, 2) == 2 && same(trip_Fixed_get_h(p, 2), h0, 3));
    p->b[1] = true;
    p->d[1] = 1.5;
    p->f[1] = -1.5f;
    p->i[1] = 101;
    p->l[1] = INT64_MAX;
    p->u[1] = 1;
    p->w[1] = 1;
    p->e[1] = trip_Mood_CALM;
    p->m[1].id = 8;
    CHECK(trip_Fixed_set_s(p, 1, "c", 1) && trip_Fixed_set_y(p, 1, y1, 3) && trip_Fixed_set_h(p, 1, h1, 3));
    return 0;
}

static int32_t defaults(trip_Defaults *p) {
    CHECK(p->i == -7 && trip_Defaults_get_o(p) == -8 && !trip_Defaults_has_o(p));
    CHECK(same(p->s, "plain", 6) && same(trip_Defaults_get_t(p), "bit", 4) && trip_Defaults_t_size(p) == 3);
    p->i = 0;
    p->s[0] = 'x';
    trip_Defaults_init(p);
    return 0;
}

int32_t trip_c(trip_All *all) {
    int32_t line = singular(&all->singular);
    line = line ? line : optional(&all->optional);
    line = line ? line : repeated(&all->repeated);
    line = line ? line : fixed(&all->fixed);
    return line ? line : defaults(&all->defaults);
}
