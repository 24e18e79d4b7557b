namespace Aep.Sdk.Emulator.Sql;

/// <summary>The tables of a sandbox, and what statements change about them.</summary>
internal interface ITableStore : ITableSource
{
    /// <summary>A folder that the engine may read and write: the lake of the sandbox.</summary>
    string Folder { get; }

    /// <summary>A path for a result that belongs to no table yet.</summary>
    string StagingFile();

    /// <summary>Makes a dataset with a schema of its own and commits a file of rows to it.</summary>
    Task CreateAsync(NewTable table, StagedRows rows, CancellationToken cancellationToken);

    /// <summary>Commits a file of rows to a table.</summary>
    Task AppendAsync(SqlTable table, StagedRows rows, CancellationToken cancellationToken);

    /// <summary>Makes a sample of a table from a file of rows.</summary>
    Task AddSampleAsync(SqlTable table, double rate, StagedRows rows, CancellationToken cancellationToken);

    /// <summary>Whether the table was made by CREATE TABLE: only such may be dropped.</summary>
    bool IsOwn(SqlTable table);

    /// <summary>Removes a table with its dataset, and its samples with it.</summary>
    void Drop(SqlTable table);
}
