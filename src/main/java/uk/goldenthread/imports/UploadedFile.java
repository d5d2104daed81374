package uk.goldenthread.imports;

import org.jspecify.annotations.Nullable;

/// A file as it came in.
///
/// @param name as the person's program gave it; for display only
/// @param kind the code of the kind it is said to be; null to recognise it by its content
/// @param idempotencyKey the same key from the same person is the same upload; null for none
@SuppressWarnings("ArrayRecordComponent")
public record UploadedFile(
        String name,
        byte[] bytes,
        @Nullable String kind,
        @Nullable String idempotencyKey) {}
