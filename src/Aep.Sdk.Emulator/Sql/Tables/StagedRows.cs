namespace Aep.Sdk.Emulator.Sql;

/// <summary>Rows in a Parquet file that no table knows yet.</summary>
internal sealed record StagedRows(string ParquetFile, long Rows);
