using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>The columns of the rows that follow ('T').</summary>
internal static class RowDescription
{
    public static void Write(MessageWriter writer, IReadOnlyList<ResultColumn> columns, ResultFormats formats)
    {
        writer.Begin('T');
        writer.WriteInt16((short)columns.Count);
        for (int index = 0; index < columns.Count; index++)
        {
            PostgresType type = columns[index].Type.Wire;
            writer.WriteString(columns[index].Name);
            writer.WriteInt32(0); // no table
            writer.WriteInt16(0); // no column of one
            writer.WriteInt32((int)type.Oid);
            writer.WriteInt16(type.Size);
            writer.WriteInt32(-1); // no type modifier
            writer.WriteInt16((short)formats.Of(index));
        }
        writer.End();
    }
}
