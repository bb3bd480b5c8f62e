package dev.proto2ffi.core.emit.java;

/**
 * The settled names of a oneof.
 *
 * @param cases the enum of its fields; the constants are keyed by the fields' names, that for none by the empty name
 * @param getter method that answers the case
 * @param number method that answers the case's number
 * @param clear method that sets none
 * @param offset constant with the offset of the case
 * @param handle the case's constant among the handles
 */
record OneofNames(EnumNames cases, String getter, String number, String clear, String offset, String handle) {}
