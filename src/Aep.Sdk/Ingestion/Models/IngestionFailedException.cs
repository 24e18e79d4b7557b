namespace Aep.Sdk.Ingestion;

/// <summary>
/// An ingestion that could not be brought to its end. <see cref="Result"/> says which batches are in the dataset all the same; with a
/// journal, the same call again sends the others.
/// </summary>
public sealed class IngestionFailedException : AepException
{
    internal IngestionFailedException(IngestionResult result, Exception cause)
        : base(Describe(result, cause), cause) => Result = result;

    /// <summary>What became of each batch that was begun.</summary>
    public IngestionResult Result { get; }

    private static string Describe(IngestionResult result, Exception cause) =>
        $"{cause.Message} Of {result.Batches.Count} batches that were begun, {result.BatchIds.Count} are in the dataset ({result.Records} "
            + "rows).";
}
