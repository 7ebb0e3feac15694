package io.tenantsmith.source;

/**
 * One input file.
 *
 * @param file path relative to the fleet's root, with {@code /}
 * @param content its bytes; never changed after construction
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; deliberately not copied
public record SourceFile(String file, byte[] content) {}
