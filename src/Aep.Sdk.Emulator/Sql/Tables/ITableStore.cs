using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The tables of a sandbox, and what statements change about them.</summary>
internal interface ITableStore : ITableSource
{
    /// <summary>A connection to the engine over the lake of the sandbox.</summary>
    DuckDBConnection Connect();

    /// <summary>Rows that a statement finds can be read until this is disposed, also when their table is dropped meanwhile.</summary>
    IDisposable StartReading();

    /// <summary>A path for a result that belongs to no table yet.</summary>
    string StagingFile();

    /// <summary>The columns of the schema with this title, or null without one.</summary>
    IReadOnlyList<TableColumn>? SchemaColumns(string title);

    /// <summary>Makes a dataset with a schema of its own and commits a file of rows to it.</summary>
    void Create(NewTable table, StagedRows rows);

    /// <summary>Commits a file of rows to a table.</summary>
    void Append(SqlTable table, StagedRows rows);

    /// <summary>Makes a sample of a table from a file of rows.</summary>
    void AddSample(SqlTable table, double rate, StagedRows rows);

    /// <summary>The time on the platform's clock.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Adds columns to a table that CREATE TABLE made; its rows have NULL in them.</summary>
    void AddColumns(SqlTable table, IReadOnlyList<TableColumn> columns);

    /// <summary>Whether the table was made by CREATE TABLE: only such may be dropped.</summary>
    bool IsOwn(SqlTable table);

    /// <summary>Removes a table with its dataset, and its samples with it.</summary>
    void Drop(SqlTable table);
}
