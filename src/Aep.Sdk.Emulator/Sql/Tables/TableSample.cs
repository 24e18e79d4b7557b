namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// A uniform random sample of a dataset, itself a dataset.
/// <see cref="Rate"/>: sampling rate as it was given to SAMPLERATE: tenths of the rows (10 is all).
/// </summary>
internal sealed record TableSample(
    string TableName, string DatasetId, string ParentDatasetId, double Rate, long Rows, DateTimeOffset Created);
