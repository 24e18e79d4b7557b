namespace Aep.Sdk.Datasets;

/// <summary>What Data Access says about a file before it is downloaded.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="ContentType">Type of the content, where it is said.</param>
/// <param name="AcceptsRanges">True when parts of it can be asked for.</param>
public sealed record FileMetadata(long? Length, string? ContentType, bool AcceptsRanges);
