namespace Aep.Sdk.Parquet.Reading;

/// <summary>
/// Files that have none of the columns that are wanted. They are older than the columns when another file of the dataset has them: then
/// their rows are there, with nothing in them. When no file has them, they are names that do not exist.
/// </summary>
internal sealed class MissingColumns
{
    private bool _exist;
    private string? _first;
    private long _rows;

    /// <summary>Takes down a file without the columns.</summary>
    /// <param name="fault">What is to be said when no file has them.</param>
    /// <param name="rows">The number of its rows.</param>
    public void Add(string fault, long rows)
    {
        _first ??= fault;
        _rows += rows;
    }

    /// <summary>The number of empty rows that are known to be rows now; they come before all that follows.</summary>
    /// <param name="hasColumns">Whether the file that is being read has columns.</param>
    public long Release(bool hasColumns)
    {
        _exist |= hasColumns;
        long rows = _exist ? _rows : 0;
        _rows -= rows;
        return rows;
    }

    /// <exception cref="AepException">Rows were there, and no file has had the columns.</exception>
    public void Require()
    {
        if (!_exist && _first is not null)
            throw new AepException(_first);
    }
}
