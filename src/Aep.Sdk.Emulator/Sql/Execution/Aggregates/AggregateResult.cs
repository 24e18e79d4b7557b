using DuckDB.NET.Native;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The place in a column of structs that an aggregate's result goes to.</summary>
internal readonly unsafe struct AggregateResult(nint vector, ulong row)
{
    public void Set(int field, long? value)
    {
        if (value is long known)
            ((long*)Data(field))[row] = known;
        else
            SetNull(field);
    }

    public void Set(int field, bool value) => ((byte*)Data(field))[row] = value ? (byte)1 : (byte)0;

    public void Set(int field, NativeText value)
    {
        if (value.IsNull)
        {
            SetNull(field);
            return;
        }
        fixed (byte* bytes = value.Bytes)
            NativeMethods.Vectors.DuckDBVectorAssignStringElementLength(Child(field), row, bytes, value.Bytes.Length);
    }

    private nint Child(int field) => NativeMethods.Vectors.DuckDBStructVectorGetChild(vector, field);

    private void* Data(int field) => NativeMethods.Vectors.DuckDBVectorGetData(Child(field));

    private void SetNull(int field)
    {
        nint child = Child(field);
        NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(child);
        NativeMethods.Vectors.DuckDBVectorGetValidity(child)[row / 64] &= ~(1UL << (int)(row % 64));
    }
}
