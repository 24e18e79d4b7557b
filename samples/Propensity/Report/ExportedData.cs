namespace Propensity.Report;

/// <summary>Step 3. Rows are those that were read from the files, not those that the service reports.</summary>
public sealed record ExportedData(string Path, int Files, long Bytes, long Rows);
