namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>
/// What can be wrong with a row. 1401 and 1555 are codes of
/// https://experienceleague.adobe.com/en/docs/experience-platform/ingestion/quality/error-diagnostics; for the others that page shows none,
/// and these numbers are the local platform's own.
/// </summary>
internal sealed record RowErrorCode(string Code, string Description)
{
    public static readonly RowErrorCode Corrupt = new(
        "INGEST-1401-400", "The row has corrupted data and cannot be read or parsed. Fix the corrupted data and try again.");

    public static readonly RowErrorCode Required = new(
        "INGEST-1555-400",
        "A required field is either missing or has a value of null. Add the required field to the input row and try again.");

    public static readonly RowErrorCode Type = new(
        "INGEST-1554-400", "A value does not have the type that the schema states for its field. Correct the value and try again.");

    public static readonly RowErrorCode Unknown = new(
        "INGEST-1553-400", "A field is not part of the schema of the dataset. Remove the field or add it to the schema and try again.");

    public static readonly RowErrorCode Constraint = new(
        "INGEST-1556-400",
        "A value is outside of what the schema allows for its field (enum, minimum, maximum). Correct the value and try again.");

    public static readonly RowErrorCode Mapping = new(
        "MAPPER-3700-400", "The row cannot be mapped to the schema of the dataset. Correct the value or the mapping and try again.");

    /// <summary>The short form that the row diagnostics show.</summary>
    public string Number => Code.Split('-')[1];
}
