using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>Makes a state an aggregate of the engine, which it calls like its own, from several threads.</summary>
internal static unsafe class NativeAggregate<TState> where TState : unmanaged, IAggregateState<TState>
{
    // The engine holds pointers to these delegates: the fields keep them alive.
    private static readonly AggregateCallbacks.Size SizeOf = _ => (nuint)sizeof(TState);
    private static readonly AggregateCallbacks.Begin Begin = (_, state) => *(TState*)state = default;
    private static readonly AggregateCallbacks.Update Update = Add;
    private static readonly AggregateCallbacks.Combine Combine = Join;
    private static readonly AggregateCallbacks.Finish Finish = Write;
    private static readonly AggregateCallbacks.Destroy Destroy = Release;

    /// <summary>Registers the aggregate for all connections to the database.</summary>
    /// <param name="connection">A connection to the database.</param>
    /// <param name="name">Its name in SQL.</param>
    /// <param name="parameters">Types of its arguments.</param>
    /// <param name="fields">Names and types of the struct that it returns.</param>
    public static void Register(DuckDBConnection connection, string name, DuckDBType[] parameters, (string Name, DuckDBType Type)[] fields)
    {
        nint function = NativeAggregates.Create();
        try
        {
            NativeAggregates.SetName(function, name);
            foreach (DuckDBType parameter in parameters)
            {
                using DuckDBLogicalType type = NativeMethods.LogicalType.DuckDBCreateLogicalType(parameter);
                NativeAggregates.AddParameter(function, type);
            }
            using (DuckDBLogicalType result = StructOf(fields))
                NativeAggregates.SetReturnType(function, result);
            NativeAggregates.SetSpecialHandling(function);
            NativeAggregates.SetFunctions(function, Pointer(SizeOf), Pointer(Begin), Pointer(Update), Pointer(Combine), Pointer(Finish));
            NativeAggregates.SetDestructor(function, Pointer(Destroy));
            if (NativeAggregates.Register(connection.NativeConnection, function) != DuckDBState.Success)
                throw new InvalidOperationException($"The engine refused the aggregate {name}.");
        }
        finally
        {
            NativeAggregates.Free(ref function);
        }
    }

    private static nint Pointer(Delegate callback) => Marshal.GetFunctionPointerForDelegate(callback);

    private static DuckDBLogicalType StructOf((string Name, DuckDBType Type)[] fields)
    {
        DuckDBLogicalType[] types = [.. fields.Select(field => NativeMethods.LogicalType.DuckDBCreateLogicalType(field.Type))];
        nint[] names = [.. fields.Select(field => Marshal.StringToCoTaskMemUTF8(field.Name))];
        try
        {
            return NativeAggregates.StructType([.. types.Select(type => type.DangerousGetHandle())], names, (ulong)fields.Length);
        }
        finally
        {
            Array.ForEach(names, Marshal.FreeCoTaskMem);
            Array.ForEach(types, type => type.Dispose());
        }
    }

    private static void Add(nint info, nint chunk, nint* states)
    {
        Span<AggregateColumn> columns = stackalloc AggregateColumn[(int)NativeAggregates.Columns(chunk)];
        for (int column = 0; column < columns.Length; column++)
            columns[column] = new AggregateColumn(NativeAggregates.Vector(chunk, (ulong)column));
        int rows = (int)NativeAggregates.Rows(chunk);
        for (int row = 0; row < rows; row++)
        {
            TState single = TState.Of(new AggregateRow(columns, row));
            ((TState*)states[row])->Append(single);
            single.Release();
        }
    }

    private static void Join(nint info, nint* sources, nint* targets, nuint count)
    {
        for (nuint index = 0; index < count; index++)
            ((TState*)targets[index])->Append(*(TState*)sources[index]);
    }

    private static void Write(nint info, nint* states, nint vector, nuint count, nuint offset)
    {
        for (nuint index = 0; index < count; index++)
            ((TState*)states[index])->Write(new AggregateResult(vector, offset + index));
    }

    private static void Release(nint* states, nuint count)
    {
        for (nuint index = 0; index < count; index++)
            ((TState*)states[index])->Release();
    }
}
