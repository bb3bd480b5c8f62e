//! What users of the generated structs rely on; run by RustBehaviourTest.
#[path = "generated/mod.rs"]
mod generated;

use generated::geo::v1::Point;
use generated::p2f::{Bool, Bytes, Error, Flat, Foreign};
use generated::zoo::{plain::Inner, Defaults, Fixed, HoldsEmpty, Kind, Optionals, Plain, Repeated, Short, Tiny};

fn strings() {
    let mut p = Plain::new();
    assert_eq!(p.name(), Ok(""));
    assert_eq!(p.set_name("sevenxx"), Ok(()));
    assert_eq!(p.name(), Ok("sevenxx"));
    assert_eq!(p.set_name("é"), Ok(()));
    assert_eq!(p.name(), Ok("é"));
    let too_long = p.set_name("eightxxx").unwrap_err();
    assert_eq!(too_long, Error::TooLong { field: "zoo.Plain.name", size: 9, max: 8 });
    assert_eq!(too_long.to_string(), "zoo.Plain.name: 9 bytes do not fit into max_size 8");
    assert_eq!(p.set_name("a\0b"), Err(Error::ContainsNul { field: "zoo.Plain.name", at: 1 }));
    assert_eq!(p.name(), Ok("é"), "a refused value leaves the old one");
}

fn texts_of_other_code() {
    let mut words = [0xFFFF_FFFF_FFFF_FFFFu64; Plain::SIZE / 8];
    let bytes: &mut [u8] = unsafe { std::slice::from_raw_parts_mut(words.as_mut_ptr().cast(), Plain::SIZE) };
    {
        let p = &Plain::from_bytes(bytes).unwrap()[0];
        assert_eq!(p.name(), Err(Error::Unterminated { field: "zoo.Plain.name", max: 8 }));
        assert_eq!(p.blob(), Err(Error::BadCount { field: "zoo.Plain.blob", count: u32::MAX, max: 5 }));
        assert_eq!(format!("{:?}", p.kind), "Kind(-1)");
    }
    let name = name_offset();
    bytes[name..name + 3].copy_from_slice(b"a\xFF\0");
    let p = &Plain::from_bytes(bytes).unwrap()[0];
    assert_eq!(p.name(), Err(Error::NotUtf8 { field: "zoo.Plain.name", at: 1 }));
    assert!(format!("{p:?}").contains("name: b\"a\\xff\""), "{p:?}");
}

fn name_offset() -> usize {
    let mut p = Plain::zeroed();
    p.set_name("~").unwrap();
    let bytes: [u8; Plain::SIZE] = unsafe { std::mem::transmute_copy(&p) };
    bytes.iter().position(|&b| b == b'~').unwrap()
}

fn bytes_fields() {
    let mut p = Plain::new();
    assert_eq!(p.blob(), Ok(&[][..]));
    assert_eq!(p.set_blob(&[0, 1, 2, 3, 255]), Ok(()));
    assert_eq!(p.blob(), Ok(&[0, 1, 2, 3, 255][..]));
    assert_eq!(p.set_blob(&[9; 6]), Err(Error::TooLong { field: "zoo.Plain.blob", size: 6, max: 5 }));
    assert_eq!(p.blob().unwrap().len(), 5);
    p.digest = [1, 2, 3];
    assert_eq!(p.digest.len(), 3);
    let mut b = Bytes::<4>::new();
    assert_eq!(b.set(b"ab\""), Ok(()));
    assert_eq!(format!("{b:?}"), r#"b"ab\"""#);
}

fn presence() {
    let mut o = Optionals::new();
    assert!(!o.has_n32() && !o.has_flag() && o.place().is_none() && o.place_mut().is_none());
    o.set_n32(7);
    o.set_flag(true);
    assert!(o.has_n32() && !o.has_n31() && !o.has_n0());
    assert_eq!((o.n32(), o.flag(), o.n0()), (7, true, 0));
    o.clear_n32();
    assert!(!o.has_n32() && o.has_flag());
    assert_eq!(o.n32(), 0, "an absent field reads as its default");
    o.set_kind(Kind::DOG);
    assert_eq!(o.kind(), Kind::DOG);
    assert_eq!(o.set_name("far too long"), Err(Error::TooLong { field: "zoo.Optionals.name", size: 13, max: 8 }));
    assert!(!o.has_name(), "a refused value does not make the field present");
    o.set_name("cat").unwrap();
    assert!(o.has_name());
    o.init_place().x = 1.5;
    assert_eq!(o.place().map(|p| p.x), Some(1.5));
    if let Some(place) = o.place_mut() {
        place.y = 2.0;
    }
    assert_eq!(o.place(), Some(&Point { x: 1.5, y: 2.0 }));
    o.set_place(Point { x: 0.0, ..Point::default() });
    o.clear_place();
    assert_eq!(o.place(), None);
    assert_eq!(format!("{o:?}"), "Optionals { flag: true, kind: DOG, name: \"cat\" }");
}

fn defaults() {
    let d = Defaults::default();
    assert_eq!((d.f_int32, d.f_sint64, d.f_uint32, d.f_fixed64), (i32::MIN, i64::MIN, u32::MAX, u64::MAX));
    assert_eq!((d.f_float, d.f_double, d.f_bool), (0.1f32, 1e300, Bool::TRUE));
    assert!(d.f_nan.is_nan() && d.f_inf == f64::NEG_INFINITY);
    assert_eq!(d.f_text(), Ok("a\"\\\u{202e}\né{}"));
    assert_eq!(d.f_bytes(), Ok(&b"\0\xFF\"\\a\n"[..]));
    assert_eq!(d.f_fixed, *b"\0\xFF\"\\a\n");
    assert_eq!(d.f_short, Short::FIVE);
    assert!(!d.has_o_int32() && !d.has_o_text());
    assert_eq!((d.o_int32(), d.o_sint64(), d.o_uint32(), d.o_fixed64()), (i32::MIN, i64::MIN, u32::MAX, u64::MAX));
    assert_eq!((d.o_float(), d.o_double(), d.o_bool()), (0.1f32, 1e300, true));
    assert!(d.o_nan().is_nan() && d.o_inf() == f64::NEG_INFINITY);
    assert_eq!(d.o_text(), Ok("a\"\\\u{202e}\né{}"));
    assert_eq!(d.o_bytes(), Ok(&b"\0\xFF\"\\a\n"[..]));
    assert_eq!(d.o_fixed(), *b"\0\xFF\"\\a\n");
    assert_eq!(d.o_short(), Short::FIVE);
    let z = Defaults::zeroed();
    assert_eq!((z.f_int32, z.o_int32()), (0, i32::MIN));
}

fn repeated() {
    let mut r = Repeated::new();
    assert_eq!(r.f_uint32(), Ok(&[][..]));
    for i in 0..3 {
        r.push_f_uint32(i).unwrap();
    }
    assert_eq!(r.push_f_uint32(3), Err(Error::Full { field: "zoo.Repeated.f_uint32", count: 4, max: 3 }));
    assert_eq!(r.f_uint32(), Ok(&[0, 1, 2][..]));
    r.f_uint32_mut().unwrap()[1] = 9;
    assert_eq!(r.f_uint32(), Ok(&[0, 9, 2][..]));
    assert_eq!(r.set_f_uint32(&[0; 4]), Err(Error::Full { field: "zoo.Repeated.f_uint32", count: 4, max: 3 }));
    r.set_f_uint32(&[5]).unwrap();
    assert_eq!((r.f_uint32(), r.f_uint32_count()), (Ok(&[5][..]), 1));
    r.clear_f_uint32();
    assert_eq!(r.f_uint32_count(), 0);
    r.push_names("one").unwrap();
    assert!(r.push_names("much too long").is_err());
    assert_eq!(r.names_count(), 1, "a refused value is not appended");
    r.push_names("two").unwrap();
    assert_eq!(r.set_names_at(1, "2"), Ok(()));
    assert_eq!(r.set_names_at(2, "3"), Err(Error::OutOfRange { field: "zoo.Repeated.names", index: 2, count: 2 }));
    assert_eq!(r.names_at(1), Ok("2"));
    assert_eq!(r.names_at(2), Err(Error::OutOfRange { field: "zoo.Repeated.names", index: 2, count: 2 }));
    let all: Result<Vec<&str>, Error> = r.names().unwrap().iter().collect();
    assert_eq!(all, Ok(vec!["one", "2"]));
    r.push_blobs(b"\x01").unwrap();
    assert_eq!(r.blobs().unwrap().get(0), Ok(&[1][..]));
    assert_eq!(r.blobs_at(0), Ok(&[1][..]));
    r.push_places(Point { x: 1.0, y: 2.0 }).unwrap();
    r.push_f_bool(true.into()).unwrap();
    let shown = format!("{r:?}");
    assert!(shown.contains("f_bool: [true]") && shown.contains("names: [\"one\", \"2\"]"), "{shown}");
    assert!(shown.contains("blobs: [b\"\\x01\"]") && shown.contains("places: [Point { x: 1.0, y: 2.0 }]"), "{shown}");
    let mut f = Fixed::new();
    assert_eq!((f.names().len(), f.blobs().len(), f.f_int64.len()), (40, 40, 40));
    f.set_names_at(39, "last").unwrap();
    assert_eq!(f.names_at(39), Ok("last"));
    assert_eq!(f.set_blobs_at(40, b""), Err(Error::OutOfRange { field: "zoo.Fixed.blobs", index: 40, count: 40 }));
}

fn equality_is_by_meaning() {
    let (mut a, mut b) = (Plain::new(), Plain::new());
    a.set_name("longer").unwrap();
    a.set_name("x").unwrap();
    b.set_name("x").unwrap();
    a.set_blob(b"abc").unwrap();
    a.set_blob(b"").unwrap();
    assert_eq!(a, b);
    b.set_name("y").unwrap();
    assert_ne!(a, b);
    let (mut a, mut b) = (Optionals::new(), Optionals::new());
    a.set_n3(3);
    a.clear_n3();
    assert_eq!(a, b);
    b.set_n3(0);
    assert_ne!(a, b, "present and zero is not absent");
    let (mut a, b) = (Repeated::new(), Repeated::new());
    a.push_names("x").unwrap();
    a.push_places(Point { x: 1.0, y: 1.0 }).unwrap();
    assert_ne!(a, b);
    a.clear_names();
    a.clear_places();
    assert_eq!(a, b);
    let copy = a;
    assert_eq!(copy, a);
}

fn enums() {
    assert_eq!((Kind::DOG.0, Kind::DOG.name(), Kind(77).name()), (2, Some("DOG"), None));
    assert_eq!((Kind::default(), Short::default(), Tiny::default()), (Kind::KIND_NONE, Short::FIVE, Tiny::LOW));
    assert_eq!((Tiny::ALIAS, Tiny::ZERO.name(), std::mem::size_of::<Tiny>()), (Tiny(0), Some("ZERO"), 1));
    assert!(matches!(Kind(1), Kind::CAT));
    assert_eq!(format!("{:?} {:?}", Kind::CAT, Kind(9)), "CAT Kind(9)");
    assert_eq!(Inner::new().kind.0, 0);
}

fn pointers() {
    let mut points = [Point { x: 1.0, y: 2.0 }, Point { x: 3.0, y: 4.0 }];
    let ptr = points.as_mut_ptr();
    unsafe {
        assert_eq!(Point::from_ptr(std::ptr::null()), Err(Error::Null));
        assert_eq!(Point::from_mut_ptr(std::ptr::null_mut()), Err(Error::Null));
        let odd = ptr.cast::<u8>().wrapping_add(4).cast::<Point>();
        assert_eq!(Point::from_ptr(odd), Err(Error::Misaligned { address: odd as usize, align: 8 }));
        Point::from_mut_ptr(ptr).unwrap().x = 5.0;
        assert_eq!(Point::slice_from_ptr(ptr, 2).unwrap()[0].x, 5.0);
        Point::slice_from_mut_ptr(ptr, 2).unwrap()[1].y = 6.0;
        assert_eq!(Point::slice_from_ptr(std::ptr::null(), 0), Ok(&[][..]));
        assert_eq!(Point::slice_from_ptr(std::ptr::null(), 1), Err(Error::Null));
        assert!(matches!(Point::slice_from_ptr(ptr, usize::MAX), Err(Error::BadLength { .. })));
        let bytes = std::slice::from_raw_parts(ptr.cast::<u8>(), 32);
        assert_eq!(Point::from_bytes(bytes).unwrap()[1].y, 6.0);
        assert_eq!(Point::from_bytes(&bytes[..31]), Err(Error::BadLength { size: 31, each: 16 }));
        assert!(matches!(Point::from_bytes(&bytes[4..20]), Err(Error::Misaligned { .. })));
        assert_eq!(Point::from_bytes(&[]), Ok(&[][..]));
    }
}

fn a_bool_is_true_for_any_byte_but_zero() {
    let bytes: Vec<u8> = (0..=255).collect();
    let trues = bytes.iter().filter(|&&b| Bool::from(b != 0) == true).count();
    assert_eq!(trues, 255);
    let shown: Vec<bool> = bytes.iter().map(|b| unsafe { *(b as *const u8).cast::<Bool>() }.get()).collect();
    assert!(!shown[0] && shown[1..].iter().all(|&b| b));
    let mut b = Bool::FALSE;
    b.set(true);
    assert!(b == true && bool::from(b) && b == unsafe { std::mem::transmute::<u8, Bool>(200) });
}

static SHARED: Defaults = Defaults::new();

fn main() {
    strings();
    texts_of_other_code();
    bytes_fields();
    presence();
    defaults();
    repeated();
    equality_is_by_meaning();
    enums();
    pointers();
    a_bool_is_true_for_any_byte_but_zero();
    assert_eq!(SHARED.f_short, Short::FIVE);
    assert_eq!(HoldsEmpty::new(), HoldsEmpty::default());
    println!("all is well");
}
