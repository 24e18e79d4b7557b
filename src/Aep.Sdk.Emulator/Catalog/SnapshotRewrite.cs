using Aep.Sdk.Emulator.Lake;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>Writes the files of a commit anew, without rows that have expired. Files that come to nothing are deleted at the end.</summary>
internal sealed class SnapshotRewrite(DataLake lake, string datasetId, LakeSnapshot before) : IDisposable
{
    private readonly DuckDBConnection _engine = DuckDb.Open();
    private readonly HashSet<string> _written = [];

    /// <param name="start">Older events leave the dataset.</param>
    /// <param name="profileStart">Older events leave Profile; null if the dataset does not feed it.</param>
    public void Expire(DateTimeOffset start, DateTimeOffset? profileStart)
    {
        string fresh = From(start);
        List<string> files = [.. before.Files.Select(file => HasOlder(file, start) ? Copy(file, fresh) : file)];
        List<string> retired = [];
        if (profileStart is { } profile)
        {
            retired.AddRange((before.Retired ?? []).Select(file => HasOlder(file, profile) ? Copy(file, From(profile)) : file));
            retired.AddRange(before.Files.Except(files).Select(file => Copy(file, $"NOT ({fresh}) AND {From(profile)}")));
        }
        if (files.SequenceEqual(before.Files) && retired.SequenceEqual(before.Retired ?? []))
            return;
        long rows = files.Sum(file => Count(file, "true"));
        // Files keep their numbers, of which their ids are made; a commit without rows has none.
        LakeSnapshot after = before with
        {
            Files = rows == 0 ? [] : files,
            Retired = [.. retired.Where(file => Count(file, "true") > 0)],
            Rows = rows
        };
        if (lake.TryRewrite(datasetId, before, after))
            _written.ExceptWith(after.FilesOfProfile);
    }

    public void Dispose()
    {
        _engine.Dispose();
        foreach (string file in _written)
            File.Delete(file);
    }

    private bool HasOlder(string file, DateTimeOffset start) => Count(file, $"NOT ({From(start)})") > 0;

    private string Copy(string file, string condition)
    {
        string copy = lake.NewFile(datasetId, before.BatchId);
        _written.Add(copy);
        using DuckDBCommand command = _engine.CreateCommand();
        command.CommandText = $"COPY (FROM {Rows(file)} WHERE {condition}) TO {DuckDb.Literal(copy)} (FORMAT parquet)";
        command.ExecuteNonQuery();
        return copy;
    }

    private long Count(string file, string condition)
    {
        using DuckDBCommand command = _engine.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {Rows(file)} WHERE {condition}";
        return (long)command.ExecuteScalar()!;
    }

    // An event without a time, which no batch has, stays.
    private static string From(DateTimeOffset start) => $"coalesce(timestamp >= {DuckDb.Literal(start)}, true)";

    private static string Rows(string file) => $"read_parquet({DuckDb.Literal(file)})";
}
