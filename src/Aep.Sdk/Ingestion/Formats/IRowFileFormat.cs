namespace Aep.Sdk.Ingestion;

/// <summary>
/// A format of files that are made of many rows at once, as Parquet is: see Aep.Sdk.Parquet. JSON lines, of which each row is one, need
/// none.
/// </summary>
/// <typeparam name="T">A row.</typeparam>
public interface IRowFileFormat<in T>
{
    /// <summary>How AEP is told of it.</summary>
    IngestionFormat Format { get; }

    /// <summary>Ending of the files' names, without the dot.</summary>
    string FileEnding { get; }

    /// <summary>An empty file.</summary>
    IRowFile<T> Create();
}
