package dev.proto2ffi.core.emit.c;

import java.util.Set;
import java.util.regex.Pattern;

/** Words that a generated header must not use as names, since a compiler or a standard header has them. */
final class CReserved {
    /** Keywords of C up to C23 and of C++ up to C++20, alternative tokens included. */
    private static final Set<String> KEYWORDS = words("""
            alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t char8_t
            class co_await co_return co_yield compl concept const const_cast consteval constexpr constinit continue
            decltype default delete do double dynamic_cast else enum explicit export extern false float for
            fortran friend goto if inline int long mutable namespace new noexcept not not_eq nullptr
            operator or or_eq private protected public register reinterpret_cast requires restrict return
            short signed sizeof static static_assert static_cast struct switch template this thread_local throw true
            try typedef typeid typename typeof typeof_unqual union unsigned using virtual void volatile wchar_t while
            xor xor_eq""");

    /** Macros without parameters, of standard C, POSIX and Windows headers and of compilers in their GNU modes. */
    private static final Set<String> MACROS = words("""
            BUFSIZ CLOCKS_PER_SEC EOF EXIT_FAILURE EXIT_SUCCESS FILENAME_MAX FOPEN_MAX HUGE_VAL HUGE_VALF HUGE_VALL I
            INFINITY L_tmpnam MB_CUR_MAX MB_LEN_MAX NAN NDEBUG NULL ONCE_FLAG_INIT RAND_MAX SEEK_CUR SEEK_END SEEK_SET
            TIME_UTC TMP_MAX TSS_DTOR_ITERATIONS WEOF
            complex errno imaginary noreturn stderr stdin stdout unreachable
            math_errhandling MATH_ERRNO MATH_ERREXCEPT FP_INFINITE FP_NAN FP_NORMAL FP_SUBNORMAL FP_ZERO FP_ILOGB0
            FP_ILOGBNAN FP_FAST_FMA FP_FAST_FMAF FP_FAST_FMAL FLT_EVAL_METHOD FLT_RADIX FLT_ROUNDS DECIMAL_DIG
            FE_ALL_EXCEPT FE_DFL_ENV FE_DIVBYZERO FE_DOWNWARD FE_INEXACT FE_INVALID FE_OVERFLOW FE_TONEAREST
            FE_TOWARDZERO FE_UNDERFLOW FE_UPWARD
            LC_ALL LC_COLLATE LC_CTYPE LC_MESSAGES LC_MONETARY LC_NUMERIC LC_TIME
            M_1_PI M_2_PI M_2_SQRTPI M_E M_LN10 M_LN2 M_LOG10E M_LOG2E M_PI M_PI_2 M_PI_4 M_SQRT1_2 M_SQRT2
            E2BIG EACCES EADDRINUSE EADDRNOTAVAIL EAFNOSUPPORT EAGAIN EALREADY EBADF EBADMSG EBUSY ECANCELED ECHILD
            ECONNABORTED ECONNREFUSED ECONNRESET EDEADLK EDESTADDRREQ EDOM EDQUOT EEXIST EFAULT EFBIG EHOSTUNREACH
            EIDRM EILSEQ EINPROGRESS EINTR EINVAL EIO EISCONN EISDIR ELOOP EMFILE EMLINK EMSGSIZE EMULTIHOP
            ENAMETOOLONG ENETDOWN ENETRESET ENETUNREACH ENFILE ENOBUFS ENODATA ENODEV ENOENT ENOEXEC ENOLCK ENOLINK
            ENOMEM ENOMSG ENOPROTOOPT ENOSPC ENOSR ENOSTR ENOSYS ENOTCONN ENOTDIR ENOTEMPTY ENOTRECOVERABLE ENOTSOCK
            ENOTSUP ENOTTY ENXIO EOPNOTSUPP EOVERFLOW EOWNERDEAD EPERM EPIPE EPROTO EPROTONOSUPPORT EPROTOTYPE ERANGE
            EROFS ESPIPE ESRCH ESTALE ETIME ETIMEDOUT ETXTBSY EWOULDBLOCK EXDEV
            SIGABRT SIGALRM SIGBUS SIGCHLD SIGCONT SIGFPE SIGHUP SIGILL SIGINT SIGKILL SIGPIPE SIGPOLL SIGPROF SIGQUIT
            SIGSEGV SIGSTOP SIGSYS SIGTERM SIGTRAP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGUSR1 SIGUSR2 SIGVTALRM SIGXCPU
            SIGXFSZ SIG_BLOCK SIG_DFL SIG_ERR SIG_IGN SIG_SETMASK SIG_UNBLOCK
            BIG_ENDIAN BYTE_ORDER LITTLE_ENDIAN PDP_ENDIAN NAME_MAX PATH_MAX PAGE_SIZE PAGESIZE SSIZE_MAX
            MAP_FAILED MAP_SHARED MAP_PRIVATE PROT_READ PROT_WRITE PROT_EXEC PROT_NONE
            O_APPEND O_CREAT O_EXCL O_RDONLY O_RDWR O_TRUNC O_WRONLY R_OK W_OK X_OK F_OK
            S_IFMT S_IFREG S_IFDIR S_IRUSR S_IRWXU S_IWUSR S_IXUSR
            st_atime st_ctime st_mtime sa_handler sa_sigaction si_addr si_pid si_status si_uid si_value h_addr s6_addr
            d_fileno
            unix linux i386 vax sun sparc mips arm hpux sgi
            TRUE FALSE BOOL CONST VOID CALLBACK WINAPI APIENTRY PASCAL IN OUT OPTIONAL NEAR FAR near far cdecl pascal
            interface small hyper THIS DELETE ERROR IGNORE INFINITE NO_ERROR STRICT DIFFERENCE ABSOLUTE RELATIVE
            DOMAIN OVERFLOW UNDERFLOW SING PLOSS TLOSS MAX_PATH UNICODE CreateFile CreateWindow DrawText GetClassName
            GetCurrentTime GetFreeSpace GetMessage GetObject LoadImage SendMessage PostMessage RegisterClass Yield
            YES NO nil Nil""");

    /** Families of macros: limits, widths, formats. None matches a name that ends with an underscore: that is the way out. */
    private static final Pattern MACRO_FAMILIES =
            Pattern.compile("U?INT(_LEAST|_FAST)?(8|16|32|64)_(MAX|MIN|C|WIDTH)|U?INT(MAX|PTR)_(MAX|MIN|C|WIDTH)"
                    + "|(S?CHAR|UCHAR|SHRT|USHRT|U?INT|U?LONG|U?LLONG|BOOL|PTRDIFF|SIZE|WCHAR|WINT|SIG_ATOMIC)"
                    + "_(BIT|MAX|MIN|WIDTH)"
                    + "|(FLT|DBL|LDBL)_[A-Z0-9_]*[A-Z0-9]|(PRI|SCN)[diouxX](8|16|32|64|LEAST[0-9]+|FAST[0-9]+|MAX|PTR)"
                    + "|ATOMIC_[A-Z0-9_]*[A-Z0-9]|P2F_[A-Z0-9_]*[A-Z0-9]");

    /** Types that the generated text itself names: a member of that name would hide the type from the next one. */
    private static final Set<String> USED_TYPES =
            words("int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t size_t p2f_str p2f_bytes");

    /** Functions and types of the standard headers, what proto2ffi.h declares, our parameters, C++ words. */
    private static final Set<String> GLOBALS = words("""
            intmax_t intptr_t uintmax_t uintptr_t ptrdiff_t ssize_t max_align_t nullptr_t time_t clock_t off_t pid_t
            uid_t gid_t mode_t div_t ldiv_t lldiv_t fpos_t va_list jmp_buf sig_atomic_t wint_t mbstate_t wctype_t
            FILE DIR
            abort abs acos acosh aligned_alloc asctime asin asinh assert atan atan2 atanh atexit atof atoi atol atoll
            bsearch byte cabs calloc cbrt ceil cexp cimag clearerr clock conj copysign cos cosh creal ctime difftime
            div erf erfc exit exp exp2 expm1 fabs fclose fdim feof ferror fflush fgetc fgetpos fgets floor fma fmax
            fmin fmod fopen fprintf fputc fputs fread free freopen frexp fscanf fseek fsetpos ftell fwrite getc
            getchar getenv gets gmtime hypot ilogb isalnum isalpha isblank iscntrl isdigit isfinite isgraph isinf
            islower isnan isnormal isprint ispunct isspace isupper isxdigit labs ldexp ldiv lgamma llabs lldiv llrint
            llround localeconv localtime log log10 log1p log2 logb longjmp lrint lround main malloc mblen mbrtowc
            mbstowcs mbtowc memchr memcmp memcpy memmove memset mktime modf nan nearbyint nextafter offsetof perror
            pow printf putc putchar puts qsort quick_exit raise rand realloc remainder remove remquo rename rewind
            rint round scalbln scalbn scanf setbuf setjmp setlocale setvbuf signal signbit sin sinh snprintf sprintf
            sqrt srand sscanf strcat strchr strcmp strcoll strcpy strcspn strerror strftime strlen strncat strncmp
            strncpy strpbrk strrchr strspn strstr strtod strtof strtok strtol strtoll strtoul strtoull strxfrm system
            tan tanh tgamma time timespec tm tmpfile tmpnam tolower toupper trunc ungetc va_arg va_copy va_end
            va_start vfprintf vprintf vsnprintf vsprintf wcscat wcschr wcscmp wcscpy wcslen wctomb
            accept access alarm alloca basename bcmp bcopy bind bzero chdir chmod chown close closedir connect
            creat daemon dirname dup dup2 environ execl execve fcntl fdopen ffs fileno fork fstat ftruncate
            gamma getcwd getline getopt getpid getuid htonl htons inet_addr ioctl isatty j0 j1 jn kill link
            listen lseek lstat mkdir mkfifo mmap mount munmap nice ntohl ntohs open opendir optarg optind pause pipe
            poll popen pread pthread_t putenv pwrite random read readdir readlink recv rindex rmdir sbrk select
            send setenv shutdown signgam sigset_t sleep socket stat stpcpy strcasecmp strdup strndup strnlen strsep
            strsignal swab symlink sync syscall timegm timezone truncate tzname umask uname unlink usleep utime vfork
            wait waitpid write y0 y1 yn
            p2f_allocate p2f_allocator p2f_bool p2f_bytes p2f_bytes_copy p2f_bytes_of p2f_copy p2f_error p2f_select
            p2f_settle p2f_str p2f_str_copy p2f_str_is p2f_str_of p2f_string p2f_string_fits p2f_string_is
            p2f_string_size p2f_string_store p2f_zero
            p2f_compare_exchange_32 p2f_compare_exchange_64 p2f_fetch_add_32 p2f_fetch_add_64 p2f_load_32 p2f_load_64
            p2f_store_32 p2f_store_64
            p2f_check_table p2f_fail p2f_fail_at p2f_failf p2f_layout p2f_service p2f_stream
            p2f_region p2f_region_allocate p2f_region_at p2f_region_attach p2f_region_close p2f_region_find
            p2f_region_format p2f_region_header p2f_region_is_named p2f_region_key p2f_region_magic p2f_region_message
            p2f_region_offset p2f_region_open p2f_region_publish p2f_region_root p2f_region_status p2f_region_too_small
            allocator code count data data_copy delta desired element entry error expected fallback final fresh import
            index item kept key key_copy key_size made module override p2f_code p2f_table p2f_why request requests
            response responses self size std stream text text_copy value value_copy value_size values""");

    private CReserved() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /** Whether a member of a struct can't have this name. */
    static boolean asMember(String name) {
        return KEYWORDS.contains(name)
                || MACROS.contains(name)
                || USED_TYPES.contains(name)
                || MACRO_FAMILIES.matcher(name).matches();
    }

    /** Whether a type, constant, macro or function can't have this name. */
    static boolean asGlobal(String name) {
        return GLOBALS.contains(name) || asMember(name);
    }

    /**
     * Whether C and C++ keep such names to their implementations, so that no underscore behind it helps: an underscore
     * and a capital or a second underscore anywhere, at file scope an underscore and anything.
     */
    static boolean belongsToImplementation(String name, boolean fileScope) {
        boolean inAnyScope = name.length() > 1 && (name.charAt(1) == '_' || Character.isUpperCase(name.charAt(1)));
        return name.startsWith("_") && (fileScope || inAnyScope);
    }
}
