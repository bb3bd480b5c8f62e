//! Regions: flat structs in memory that several processes map, made by Java's `SharedRegion` or C's `p2f_region_format`.
//!
//! The mapping is the caller's: a pointer and a length come in. Structs go out as raw pointers, because other programs
//! write them at any time: read and write atomic fields, and what these say belongs to you, through
//! [`Foreign`](super::Foreign).

use super::foreign::Foreign;
use core::fmt;
use core::iter::repeat;
use core::marker::PhantomData;
use core::mem::{align_of, size_of};
use core::ptr::NonNull;
use core::slice::from_raw_parts;
use core::sync::atomic::{AtomicU32, AtomicU64, AtomicU8, Ordering};

/// Of the form of the header.
const VERSION: u32 = 1;
const MAGIC: u64 = u64::from_ne_bytes(*b"P2FSHARE");
const BYTE_ORDER_MARK: u32 = 0x0102_0304;
const ROOTS: usize = 31;
const MAX_NAME: usize = 87;
const MAX_ALIGN: usize = 4096;

/// The start of a region. `magic` was written last.
#[repr(C)]
struct Header {
    magic: AtomicU64,
    byte_order: AtomicU32,
    version: AtomicU32,
    header_size: AtomicU32,
    root_entries: AtomicU32,
    size: AtomicU64,
    used: AtomicU64,
    reserved: [u8; 88],
    roots: [Root; ROOTS],
}

/// A root: claimed by its key, published by its offset, which is written last.
#[repr(C)]
struct Root {
    key: AtomicU64,
    offset: AtomicU64,
    fingerprint: AtomicU64,
    count: AtomicU64,
    struct_size: AtomicU64,
    name: [AtomicU8; MAX_NAME + 1],
}

const HEADER_SIZE: usize = size_of::<Header>();
const _: () = assert!(HEADER_SIZE == 4096 && size_of::<Root>() == 128);

/// Why a region can't be used as was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RegionError {
    /// The memory is NULL, or doesn't begin on a page.
    BadMemory,
    /// The memory doesn't begin as a region does.
    NotARegion,
    /// Its creator is still at it, or died half-way.
    Unfinished,
    /// There is less memory than the header says.
    Truncated,
    /// It was made by a program that knows another form of the header.
    OtherVersion {
        /// What was found.
        version: u32,
    },
    /// It was made on a machine of the other byte order.
    OtherByteOrder,
    /// A number in the region can't be one.
    Corrupt,
    /// There is no room.
    Full {
        /// Bytes asked for.
        size: usize,
        /// Bytes that are left.
        left: usize,
    },
    /// A struct has another layout in the program that published it.
    OtherLayout {
        /// The fingerprint found.
        found: u64,
        /// The fingerprint asked for.
        expected: u64,
    },
    /// Nobody published a root of that name yet.
    NoRoot,
    /// A root of that name was published before.
    NameTaken,
    /// All entries for roots are taken.
    TooManyRoots,
    /// The name of a root is empty, too long, or holds U+0000.
    BadName,
    /// There can be no such struct at that place.
    BadPlace,
}

impl fmt::Display for RegionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            RegionError::BadMemory => f.write_str("a region's memory begins on a page, this doesn't"),
            RegionError::NotARegion => f.write_str("this is no region of proto2ffi; give one that was made as such"),
            RegionError::Unfinished => {
                f.write_str("the region isn't finished: its creator is still at it, or died; then make it anew")
            }
            RegionError::Truncated => f.write_str("the region was cut: there is less of it than its header says"),
            RegionError::OtherVersion { version } => {
                write!(f, "the region is of version {version}, this program knows version {VERSION}")
            }
            RegionError::OtherByteOrder => f.write_str("the region was made on a machine of the other byte order"),
            RegionError::Corrupt => f.write_str("some program wrote over the region's header; make it anew"),
            RegionError::Full { size, left } => {
                write!(f, "no room for {size} bytes, {left} are left; make a larger region")
            }
            RegionError::OtherLayout { found, expected } => write!(
                f,
                "the root has the layout {found:#018x}, this program has {expected:#018x}; generate both from the same schema"
            ),
            RegionError::NoRoot => f.write_str("nobody published a root of that name yet; is the program running?"),
            RegionError::NameTaken => f.write_str("a root of that name was published before; choose another name"),
            RegionError::TooManyRoots => f.write_str("all roots are taken; publish a struct that holds offsets"),
            RegionError::BadName => write!(f, "the name of a root has 1 to {MAX_NAME} bytes, and no U+0000"),
            RegionError::BadPlace => f.write_str("no such struct can stand there"),
        }
    }
}

/// A mapped region. All threads of all processes may use it at the same time.
#[derive(Clone, Copy)]
pub struct Region<'a> {
    base: NonNull<u8>,
    size: usize,
    memory: PhantomData<&'a Header>,
}

// SAFETY: of the memory it touches only atomics, but for what nobody else has: see `from_ptr`.
unsafe impl Send for Region<'_> {}
// SAFETY: as above.
unsafe impl Sync for Region<'_> {}

impl<'a> Region<'a> {
    /// Checks mapped memory.
    ///
    /// # Errors
    /// What is wrong with it.
    ///
    /// # Safety
    /// `base` is NULL, or there are `size` bytes that stay mapped for reading and writing for all of `'a`; nobody writes
    /// their header but by atomic access, as programs of proto2ffi do, and nobody shortens the file.
    pub unsafe fn from_ptr(base: *mut u8, size: usize) -> Result<Self, RegionError> {
        let base = NonNull::new(base).ok_or(RegionError::BadMemory)?;
        if base.as_ptr() as usize % MAX_ALIGN != 0 {
            return Err(RegionError::BadMemory);
        }
        if size < HEADER_SIZE {
            // SAFETY: as the caller promises.
            return Err(unsafe { too_small(base, size) });
        }
        let region = Self { base, size, memory: PhantomData };
        let size = region.check()?;
        Ok(Self { size, ..region })
    }

    /// The size that the header states, once all of it was found to be one.
    fn check(&self) -> Result<usize, RegionError> {
        let header = self.header();
        match header.magic.load(Ordering::Acquire) {
            MAGIC => {}
            0 => return Err(RegionError::Unfinished),
            _ => return Err(RegionError::NotARegion),
        }
        let mark = header.byte_order.load(Ordering::Relaxed);
        if mark == BYTE_ORDER_MARK.swap_bytes() {
            return Err(RegionError::OtherByteOrder);
        }
        let version = header.version.load(Ordering::Relaxed);
        if mark == BYTE_ORDER_MARK && version != VERSION {
            return Err(RegionError::OtherVersion { version });
        }
        let numbers = (header.header_size.load(Ordering::Relaxed), header.root_entries.load(Ordering::Relaxed));
        let size = header.size.load(Ordering::Relaxed);
        if mark != BYTE_ORDER_MARK || numbers != (HEADER_SIZE as u32, ROOTS as u32) || size < HEADER_SIZE as u64 {
            return Err(RegionError::Corrupt);
        }
        if size > self.size as u64 {
            return Err(RegionError::Truncated);
        }
        let whole = Self { size: size as usize, ..*self };
        whole.used().map(|_| whole.size)
    }

    fn header(&self) -> &'a Header {
        // SAFETY: there are as many bytes, aligned at a page; all of it is atomic, or never read; see `from_ptr`.
        unsafe { self.base.cast::<Header>().as_ref() }
    }

    /// Bytes of the region, its header included.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Bytes that are taken, the header included.
    fn used(&self) -> Result<usize, RegionError> {
        let used = self.header().used.load(Ordering::Acquire);
        if used < HEADER_SIZE as u64 || used > self.size as u64 {
            return Err(RegionError::Corrupt);
        }
        Ok(used as usize)
    }

    /// Takes zeroed memory for `count` structs, which must be flat. It is never given back.
    ///
    /// # Errors
    /// [`RegionError::Full`], [`RegionError::Corrupt`]; [`RegionError::BadPlace`] for alignments beyond a page.
    pub fn allocate<T: Foreign>(&self, count: usize) -> Result<NonNull<[T]>, RegionError> {
        let align = align_of::<T>();
        if align > MAX_ALIGN {
            return Err(RegionError::BadPlace);
        }
        let size = count.checked_mul(size_of::<T>()).unwrap_or(usize::MAX);
        loop {
            let used = self.used()?;
            let start = (used + align - 1) & !(align - 1);
            if start > self.size || size > self.size - start {
                return Err(RegionError::Full { size, left: self.size - used });
            }
            let (old, new) = (used as u64, (start + size) as u64);
            let cursor = &self.header().used;
            if cursor.compare_exchange_weak(old, new, Ordering::AcqRel, Ordering::Relaxed).is_ok() {
                return Ok(self.slice(start, count));
            }
        }
    }

    /// The `count` structs at an offset that [`Region::offset_of`] gave, in this or another process.
    ///
    /// # Errors
    /// [`RegionError::BadPlace`] if they can't have been allocated there; [`RegionError::Corrupt`].
    pub fn at<T: Foreign>(&self, offset: u64, count: usize) -> Result<NonNull<[T]>, RegionError> {
        let used = self.used()?;
        let fits = count.checked_mul(size_of::<T>()).is_some_and(|size| {
            offset >= HEADER_SIZE as u64 && offset <= used as u64 && size <= used - offset as usize
        });
        // The mapping begins on a page, so that larger alignments can't be promised.
        if !fits || align_of::<T>() > MAX_ALIGN || offset as usize % align_of::<T>() != 0 {
            return Err(RegionError::BadPlace);
        }
        Ok(self.slice(offset as usize, count))
    }

    fn slice<T>(&self, start: usize, count: usize) -> NonNull<[T]> {
        // SAFETY: `start` was checked to be within the region, or at its end.
        let first = unsafe { NonNull::new_unchecked(self.base.as_ptr().add(start)) };
        NonNull::slice_from_raw_parts(first.cast::<T>(), count)
    }

    /// Where something stands in the region: the same in all processes. `None` if it doesn't.
    pub fn offset_of<T>(&self, at: *const T) -> Option<u64> {
        let offset = (at as usize).wrapping_sub(self.base.as_ptr() as usize);
        (offset >= HEADER_SIZE && offset < self.size).then_some(offset as u64)
    }

    /// The structs, which must be flat, that somebody published by a name. All that was written to them before is seen.
    ///
    /// # Errors
    /// [`RegionError::NoRoot`] until then; [`RegionError::OtherLayout`]; [`RegionError::BadName`],
    /// [`RegionError::NameTaken`] where another name has the same key; [`RegionError::Corrupt`].
    pub fn find<T: Foreign>(&self, name: &str, fingerprint: u64) -> Result<NonNull<[T]>, RegionError> {
        let key = key_of(name)?;
        for root in &self.header().roots {
            match root.key.load(Ordering::Acquire) {
                0 => break,
                holder if holder == key => return self.read(root, name, fingerprint),
                _ => {}
            }
        }
        Err(RegionError::NoRoot)
    }

    fn read<T: Foreign>(&self, root: &Root, name: &str, fingerprint: u64) -> Result<NonNull<[T]>, RegionError> {
        let offset = root.offset.load(Ordering::Acquire);
        if offset == 0 {
            return Err(RegionError::NoRoot);
        }
        let mut bytes = name.bytes().chain(Some(0)).zip(&root.name);
        if !bytes.all(|(expected, stored)| stored.load(Ordering::Relaxed) == expected) {
            return Err(RegionError::NameTaken);
        }
        let found = root.fingerprint.load(Ordering::Relaxed);
        if found != fingerprint {
            return Err(RegionError::OtherLayout { found, expected: fingerprint });
        }
        let (count, size) = (root.count.load(Ordering::Relaxed), root.struct_size.load(Ordering::Relaxed));
        if count == 0 || size != size_of::<T>() as u64 {
            return Err(RegionError::Corrupt);
        }
        let count = usize::try_from(count).map_err(|_| RegionError::Corrupt)?;
        self.at(offset, count).map_err(|_| RegionError::Corrupt)
    }

    /// Lets others find structs of this region, which must be flat, by a name. All that was written to them before is then
    /// seen.
    ///
    /// # Errors
    /// [`RegionError::NameTaken`], [`RegionError::TooManyRoots`], [`RegionError::BadName`]; [`RegionError::BadPlace`] if
    /// they aren't in this region, or none.
    pub fn publish<T: Foreign>(&self, name: &str, fingerprint: u64, structs: NonNull<[T]>) -> Result<(), RegionError> {
        let key = key_of(name)?;
        let offset = self.offset_of(structs.as_ptr().cast::<T>()).ok_or(RegionError::BadPlace)?;
        if structs.len() == 0 || self.at::<T>(offset, structs.len()).is_err() {
            return Err(RegionError::BadPlace);
        }
        for root in &self.header().roots {
            match root.key.compare_exchange(0, key, Ordering::AcqRel, Ordering::Acquire) {
                Ok(_) => {
                    for (stored, byte) in root.name.iter().zip(name.bytes()) {
                        stored.store(byte, Ordering::Relaxed);
                    }
                    root.fingerprint.store(fingerprint, Ordering::Relaxed);
                    root.count.store(structs.len() as u64, Ordering::Relaxed);
                    root.struct_size.store(size_of::<T>() as u64, Ordering::Relaxed);
                    root.offset.store(offset, Ordering::Release);
                    return Ok(());
                }
                Err(holder) if holder == key => return Err(RegionError::NameTaken),
                Err(_) => {}
            }
        }
        Err(RegionError::TooManyRoots)
    }
}

/// What is wrong with memory that is too small for a header.
///
/// # Safety
/// There are `size` bytes at `base`, which nobody writes but by atomic access.
unsafe fn too_small(base: NonNull<u8>, size: usize) -> RegionError {
    // SAFETY: as the caller promises; bytes have no alignment.
    let bytes = unsafe { from_raw_parts(base.cast::<AtomicU8>().as_ptr(), size) };
    let is = |(stored, expected): (&AtomicU8, u8)| stored.load(Ordering::Acquire) == expected;
    if size >= size_of::<u64>() && bytes.iter().zip(MAGIC.to_ne_bytes()).all(is) {
        RegionError::Truncated
    } else if bytes.iter().zip(repeat(0)).all(is) {
        // A creator writes the whole file before the header.
        RegionError::Unfinished
    } else {
        RegionError::NotARegion
    }
}

/// FNV-1a of 64 bits; never 0, which is an entry that nobody claimed.
fn key_of(name: &str) -> Result<u64, RegionError> {
    if name.is_empty() || name.len() > MAX_NAME || name.bytes().any(|byte| byte == 0) {
        return Err(RegionError::BadName);
    }
    let hash = name
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    Ok(hash.max(1))
}
