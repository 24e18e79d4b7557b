using Aep.Sdk.Emulator.Sql;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Writes rows ('D') straight from the engine's reader.</summary>
internal sealed class DataRow
{
    private readonly IReadOnlyList<ResultColumn> _columns;
    private readonly ValueWriter[] _writers;

    public DataRow(ResultRows rows, ResultFormats formats)
    {
        _columns = rows.Columns;
        _writers = new ValueWriter[rows.Columns.Count];
        for (int index = 0; index < _writers.Length; index++)
        {
            SqlType type = rows.Columns[index].Type;
            _writers[index] = formats.Of(index) == ValueFormat.Binary
                ? BinaryValues.For(type, rows.ComplexAsJson)
                : TextValues.For(type, rows.ComplexAsJson);
        }
    }

    public void Write(MessageWriter writer, DuckDBDataReader reader)
    {
        writer.Begin('D');
        writer.WriteInt16((short)_writers.Length);
        int index = 0;
        try
        {
            for (; index < _writers.Length; index++)
                Write(writer, reader, index);
        }
        catch (Exception exception)
        {
            writer.Abandon();
            throw Error(exception, index);
        }
        writer.End();
    }

    private void Write(MessageWriter writer, DuckDBDataReader reader, int index)
    {
        if (reader.IsDBNull(index))
        {
            writer.WriteInt32(-1);
            return;
        }
        int start = writer.BeginValue();
        _writers[index](writer, reader, index);
        writer.EndValue(start);
    }

    private SqlErrorException Error(Exception exception, int index)
    {
        ResultColumn column = _columns[index];
        bool isTime = column.Type.Kind is SqlTypeKind.Date or SqlTypeKind.Timestamp or SqlTypeKind.TimestampTz;
        return exception as SqlErrorException ?? (isTime
            ? new SqlErrorException(SqlState.DatetimeFieldOverflow, $"column \"{column.Name}\" holds a time outside of the years 1 to 9999")
            : new SqlErrorException(SqlState.SystemError, $"column \"{column.Name}\" cannot be read: {exception.Message}"));
    }
}
