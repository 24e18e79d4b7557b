using Aep.Sdk.Emulator.Sql;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Writes rows ('D') straight from the engine's reader.</summary>
internal sealed class DataRow
{
    private readonly ValueWriter[] _writers;

    public DataRow(ResultRows rows, ResultFormats formats)
    {
        _writers = new ValueWriter[rows.Columns.Count];
        for (int index = 0; index < _writers.Length; index++)
        {
            SqlType type = rows.Columns[index].Type;
            _writers[index] = formats.Of(index) == ValueFormat.Binary ? BinaryValues.For(type, rows.ComplexAsJson) : TextValues.For(type, rows.ComplexAsJson);
        }
    }

    public void Write(MessageWriter writer, DuckDBDataReader reader)
    {
        writer.Begin('D');
        writer.WriteInt16((short)_writers.Length);
        for (int index = 0; index < _writers.Length; index++)
        {
            if (reader.IsDBNull(index))
            {
                writer.WriteInt32(-1);
                continue;
            }
            int start = writer.BeginValue();
            _writers[index](writer, reader, index);
            writer.EndValue(start);
        }
        writer.End();
    }
}
