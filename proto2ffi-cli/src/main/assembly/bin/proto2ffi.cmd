@echo off
rem Starts proto2ffi from an unpacked zip, on the Java of PROTO2FFI_JAVA_HOME, else of JAVA_HOME, else on the PATH.
rem PROTO2FFI_OPTS goes to the JVM.
setlocal
set "P2F_HOME=%~dp0.."
set "P2F_JAVA_HOME=%JAVA_HOME%"
if defined PROTO2FFI_JAVA_HOME set "P2F_JAVA_HOME=%PROTO2FFI_JAVA_HOME%"

if defined P2F_JAVA_HOME goto with_home
where /q java
if errorlevel 1 (
    echo error: no java on the PATH 1>&2
    echo    help: install Java 17 or newer, for example from https://adoptium.net, or set PROTO2FFI_JAVA_HOME 1>&2
    exit /b 3
)
set "P2F_JAVA=java"
goto start

:with_home
set "P2F_JAVA=%P2F_JAVA_HOME%\bin\java.exe"
if not exist "%P2F_JAVA%" (
    echo error: there is no "%P2F_JAVA%" 1>&2
    echo    help: set PROTO2FFI_JAVA_HOME or JAVA_HOME to a JDK or JRE 17 or newer, or unset them 1>&2
    exit /b 3
)

:start
"%P2F_JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable %PROTO2FFI_OPTS% -jar "%P2F_HOME%\lib\proto2ffi.jar" %*
exit /b %ERRORLEVEL%
