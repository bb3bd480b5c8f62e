package it;

import fixtures.ffi.Fixture;
import social.ffi.User;
import units.ffi.Length;

final class UsesFixture {
    static long id(Fixture fixture) {
        User user = fixture.user();
        Length height = fixture.height();
        return user.id() + (long) height.value();
    }
}
