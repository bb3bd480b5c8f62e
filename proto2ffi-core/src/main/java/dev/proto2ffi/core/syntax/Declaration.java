package dev.proto2ffi.core.syntax;

/** What may stand in a file or in the body of a message, enum, service, oneof, extend or method. */
public sealed interface Declaration extends Node
        permits PackageNode,
                ImportNode,
                OptionNode,
                MessageNode,
                EnumNode,
                EnumValueNode,
                FieldNode,
                GroupNode,
                MapFieldNode,
                OneofNode,
                ExtendNode,
                ExtensionsNode,
                ReservedNode,
                ServiceNode,
                MethodNode,
                EmptyNode {}
