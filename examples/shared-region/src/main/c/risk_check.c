/* The risk check as a C program: risk_check REGION. Twin of RiskCheck and RiskPeer in Java. */
#define _POSIX_C_SOURCE 200809L
#define P2F_REGION_POSIX
#include "proto2ffi_region.h"
#include "risk/mailbox.p2f.h"

#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define MAX_VALUE INT64_C(1000000000)
#define MAX_POSITION INT64_C(50000)
#define MAX_SYMBOLS 64
#define PATIENCE_SECONDS 30

typedef struct position {
    char symbol[sizeof(((risk_Order *)0)->symbol)];
    int64_t quantity;
} position;

static position positions[MAX_SYMBOLS];

/** The position in a symbol, at first 0; NULL when there are too many symbols. */
static position *find(const char *symbol) {
    for (int i = 0; i < MAX_SYMBOLS; i++) {
        if (positions[i].symbol[0] == '\0') {
            memcpy(positions[i].symbol, symbol, strlen(symbol) + 1);
        }
        if (strcmp(positions[i].symbol, symbol) == 0) {
            return &positions[i];
        }
    }
    return NULL;
}

static const char *objection(const risk_Order *order, const position *held) {
    int64_t quantity = order->quantity < 0 ? -order->quantity : order->quantity;
    if (held == NULL) {
        return "too many symbols";
    }
    if (quantity == 0 || order->price <= 0) {
        return "nothing to trade";
    }
    if (quantity > MAX_VALUE / order->price) {
        return "worth more than the limit";
    }
    int64_t after = held->quantity + order->quantity;
    if (after > MAX_POSITION || after < -MAX_POSITION) {
        return "the position would be too large";
    }
    return NULL;
}

static void check(const risk_Order *order, risk_Verdict *verdict) {
    position *held = find(risk_Order_get_symbol(order));
    const char *reason = objection(order, held);
    verdict->order_id = order->order_id;
    verdict->accepted = reason == NULL;
    if (reason == NULL) {
        held->quantity += order->quantity;
    }
    verdict->position = held == NULL ? 0 : held->quantity;
    if (reason == NULL) {
        reason = "";
    }
    risk_Verdict_set_reason(verdict, reason, strlen(reason));
}

/** Waits until it isn't the desk's turn; DESK when the desk doesn't write any more. */
static risk_Turn await_turn(const risk_Mailbox *mailbox) {
    time_t deadline = 0;
    for (uint64_t spins = 0;; spins++) {
        risk_Turn turn = risk_Mailbox_load_turn(mailbox);
        if (turn != risk_Turn_DESK) {
            return turn;
        }
        if (spins >= 1000) {
            sched_yield(); /* the desk may want this very core */
            if (spins % 65536 == 0) {
                time_t now = time(NULL);
                if (deadline == 0) {
                    deadline = now + PATIENCE_SECONDS;
                } else if (now > deadline) {
                    return risk_Turn_DESK;
                }
            }
        }
    }
}

int main(int argc, char **argv) {
    if (argc != 2) {
        fprintf(stderr, "usage: risk_check REGION\n");
        return 2;
    }
    p2f_region region;
    p2f_region_status status = p2f_region_open(&region, argv[1]);
    if (status != P2F_REGION_OK) {
        fprintf(stderr, "risk_check: %s: %s\n", argv[1], p2f_region_message(status));
        return 1;
    }
    uint64_t count;
    risk_Mailbox *mailbox = (risk_Mailbox *)P2F_REGION_FIND(&region, risk_Mailbox, "risk.Mailbox", &count, &status);
    if (mailbox == NULL) {
        fprintf(stderr, "risk_check: %s: risk.Mailbox: %s\n", argv[1], p2f_region_message(status));
        return 1;
    }
    risk_Turn turn;
    while ((turn = await_turn(mailbox)) == risk_Turn_CHECK) {
        check(&mailbox->order, &mailbox->verdict);
        risk_Mailbox_store_turn(mailbox, risk_Turn_DESK);
    }
    if (turn != risk_Turn_CLOSED) {
        fprintf(stderr, "risk_check: the desk wrote nothing for %d seconds\n", PATIENCE_SECONDS);
    }
    p2f_region_close(&region);
    return turn == risk_Turn_CLOSED ? 0 : 1;
}
