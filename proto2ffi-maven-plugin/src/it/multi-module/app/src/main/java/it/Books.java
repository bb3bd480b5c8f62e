package it;

import app.ffi.Ledger;
import common.ffi.Money;

final class Books {
    static long balance(Ledger ledger) {
        Money money = ledger.balance();
        return money.cents();
    }
}
