package dev.proto2ffi.core.syntax;

/** The right side of an option, or a value inside a message literal. */
public sealed interface OptionValue extends Node
        permits IdentLiteral, IntLiteral, FloatLiteral, StringLiteral, MessageLiteral, ListLiteral {}
