//! Checks what C wrote (generation 1), writes generation 2.
#[path = "generated/mod.rs"]
mod generated;

use generated::p2f::Foreign;
use generated::trip::{All, Defaults, Inner, Mood, Optional, Repeated};

/// The line of the first difference, or 0.
///
/// # Safety
/// `all` points to a struct that nobody else uses.
#[no_mangle]
pub unsafe extern "C" fn trip_rust(all: *mut All) -> i32 {
    // SAFETY: as the caller promises.
    match unsafe { All::from_mut_ptr(all) } {
        Ok(all) => trip(all).err().unwrap_or(0) as i32,
        Err(_) => -1,
    }
}

macro_rules! check {
    ($condition:expr) => {
        if !$condition {
            return Err(line!());
        }
    };
}

fn trip(all: &mut All) -> Result<(), u32> {
    let p = &mut all.singular;
    check!(!p.b.get() && p.d == 1.5 && p.f == -1.5 && p.i == 101 && p.l == i64::MAX && p.u == 1 && p.w == 1);
    check!(p.e == Mood::CALM && p.s() == Ok("c") && p.y() == Ok(&[1, 0, 0xff][..]) && p.h == [1, 2, 3]);
    check!(p.m.id == 8 && p.m.name() == Ok("from c"));
    p.b = true.into();
    (p.d, p.f, p.i, p.l, p.u, p.w, p.e) = (2.5, -2.5, 102, 2, 2, 2, Mood(77));
    check!(p.set_s("\u{1f980}").is_ok() && p.set_y(&[2]).is_ok());
    p.h = [2, 3, 4];
    p.m = Inner::new();
    optional(&mut all.optional)?;
    repeated(&mut all.repeated)?;
    let p = &mut all.fixed;
    check!(p.b[1].get() && p.d[1] == 1.5 && p.f[1] == -1.5 && p.i[1] == 101 && p.l[1] == i64::MAX);
    check!(p.u[1] == 1 && p.w[1] == 1 && p.e[1] == Mood::CALM && p.m[1].id == 8 && p.h[1] == [1, 2, 3]);
    check!(p.s_at(1) == Ok("c") && p.s_at(2) == Ok("j") && p.y_at(1) == Ok(&[1, 0, 0xff][..]));
    (p.d[0], p.i[0], p.w[0], p.e[0], p.h[0], p.m[0].id) = (2.5, 102, 2, Mood(77), [2, 3, 4], 9);
    check!(p.set_s_at(0, "rust").is_ok() && p.set_y_at(0, &[2]).is_ok());
    check!(all.defaults == Defaults::new() && all.defaults.i == -7 && all.defaults.t() == Ok("bit"));
    all.defaults.set_o(0);
    check!(all.defaults.set_t("").is_ok());
    Ok(())
}

fn optional(p: &mut Optional) -> Result<(), u32> {
    check!(p.has_b() && !p.b() && p.d() == 1.5 && p.f() == -1.5 && p.i() == 101 && p.l() == i64::MAX);
    check!(p.u() == 1 && p.w() == 1 && p.e() == Mood::CALM && p.s() == Ok("c") && p.y() == Ok(&[1, 0, 0xff][..]));
    check!(!p.has_h() && p.h() == [0; 3] && p.m().is_none());
    p.clear_d();
    p.clear_l();
    p.set_b(true);
    p.set_f(-2.5);
    p.set_i(102);
    p.set_u(2);
    p.clear_w();
    p.set_e(Mood(77));
    p.clear_s();
    check!(p.set_y(&[2]).is_ok());
    p.set_h([2, 3, 4]);
    p.init_m().id = 9;
    Ok(())
}

fn repeated(p: &mut Repeated) -> Result<(), u32> {
    check!(p.b().map(|b| b.len()) == Ok(3) && p.d() == Ok(&[1.5, 0.5, 1.5]) && p.f() == Ok(&[-1.5, -0.5, -1.5]));
    check!(p.i() == Ok(&[101, -100, 101]) && p.l() == Ok(&[i64::MAX, i64::MIN, i64::MAX]));
    check!(p.u() == Ok(&[1, u32::MAX, 1]) && p.w() == Ok(&[1, u64::MAX, 1]));
    check!(p.e() == Ok(&[Mood::CALM, Mood::WILD, Mood::CALM]) && p.s_at(2) == Ok("c"));
    check!(p.y_at(2) == Ok(&[1, 0, 0xff][..]) && p.h().map(|h| h[2]) == Ok([1, 2, 3]));
    check!(p.m().map(|m| (m[0].id, m[2].id)) == Ok((7, 8)));
    p.clear_b();
    check!(p.set_d(&[2.5]).is_ok() && p.set_i(&[102, 103]).is_ok() && p.push_l(0).is_err());
    p.clear_s();
    check!(p.push_s("rust").is_ok());
    p.clear_m();
    let mut inner = Inner::new();
    inner.id = 9;
    check!(p.push_m(inner).is_ok());
    Ok(())
}
