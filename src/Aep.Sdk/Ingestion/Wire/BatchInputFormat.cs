namespace Aep.Sdk.Ingestion;

/// <summary>How the files of a batch are written. JSON: one document a line.</summary>
internal sealed record BatchInputFormat(string Format, bool IsMultiLineJson);
