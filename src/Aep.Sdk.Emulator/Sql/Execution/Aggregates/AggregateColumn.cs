using DuckDB.NET.Native;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>One argument of an aggregate in a chunk of rows, where the engine has it in memory.</summary>
internal readonly unsafe struct AggregateColumn
{
    private const int InlineText = 12;

    private readonly byte* _data;
    private readonly ulong* _valid;

    public AggregateColumn(nint vector)
    {
        _data = (byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector);
        _valid = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
    }

    public long? Integer(int row) => IsNull(row) ? null : ((long*)_data)[row];

    public bool Flag(int row) => !IsNull(row) && _data[row] != 0;

    // A text is 16 bytes: its length, then up to 12 bytes of itself, or 4 bytes of it and a pointer to all.
    public NativeText Text(int row)
    {
        if (IsNull(row))
            return default;
        byte* text = _data + (row * 16L);
        int length = *(int*)text;
        return NativeText.Of(new ReadOnlySpan<byte>(length <= InlineText ? text + 4 : *(byte**)(text + 8), length));
    }

    private bool IsNull(int row) => _valid != null && (_valid[row / 64] & (1UL << (row % 64))) == 0;
}
