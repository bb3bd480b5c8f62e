@echo off
rem proto2ffi as a plugin of protoc and buf; runs the proto2ffi beside it.
call "%~dp0proto2ffi.cmd" protoc-plugin %*
exit /b %ERRORLEVEL%
