@echo off
rem Starts proto2ffi from an unpacked zip. JAVA_HOME wins over the java on the PATH; PROTO2FFI_OPTS goes to the JVM.
setlocal
set "P2F_HOME=%~dp0.."

if defined JAVA_HOME (
    if not exist "%JAVA_HOME%\bin\java.exe" (
        echo proto2ffi: no "%JAVA_HOME%\bin\java.exe"; set JAVA_HOME to a JDK or JRE 17 or newer 1>&2
        exit /b 3
    )
    set "P2F_JAVA=%JAVA_HOME%\bin\java.exe"
) else (
    where /q java
    if errorlevel 1 (
        echo proto2ffi: no java on the PATH; install Java 17 or newer, or set JAVA_HOME 1>&2
        exit /b 3
    )
    set "P2F_JAVA=java"
)

"%P2F_JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable %PROTO2FFI_OPTS% -jar "%P2F_HOME%\lib\proto2ffi.jar" %*
exit /b %ERRORLEVEL%
