using System.Runtime.InteropServices;
using DuckDB.NET.Native;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The part of the engine's C interface that makes aggregates: DuckDB.NET has it for scalar and table functions only.</summary>
internal static unsafe partial class NativeAggregates
{
    private const string Library = "duckdb";

    [LibraryImport(Library, EntryPoint = "duckdb_create_aggregate_function")]
    public static partial nint Create();

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_aggregate_function")]
    public static partial void Free(ref nint function);

    [LibraryImport(Library, EntryPoint = "duckdb_aggregate_function_set_name", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetName(nint function, string name);

    [LibraryImport(Library, EntryPoint = "duckdb_aggregate_function_add_parameter")]
    public static partial void AddParameter(nint function, DuckDBLogicalType type);

    [LibraryImport(Library, EntryPoint = "duckdb_aggregate_function_set_return_type")]
    public static partial void SetReturnType(nint function, DuckDBLogicalType type);

    /// <summary>Rows with NULL arguments are rows, too.</summary>
    [LibraryImport(Library, EntryPoint = "duckdb_aggregate_function_set_special_handling")]
    public static partial void SetSpecialHandling(nint function);

    [LibraryImport(Library, EntryPoint = "duckdb_aggregate_function_set_functions")]
    public static partial void SetFunctions(nint function, nint size, nint begin, nint update, nint combine, nint finish);

    [LibraryImport(Library, EntryPoint = "duckdb_aggregate_function_set_destructor")]
    public static partial void SetDestructor(nint function, nint destroy);

    [LibraryImport(Library, EntryPoint = "duckdb_register_aggregate_function")]
    public static partial DuckDBState Register(DuckDBNativeConnection connection, nint function);

    [LibraryImport(Library, EntryPoint = "duckdb_create_struct_type")]
    public static partial DuckDBLogicalType StructType(nint[] types, nint[] names, ulong count);

    [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_get_size")]
    public static partial ulong Rows(nint chunk);

    [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_get_column_count")]
    public static partial ulong Columns(nint chunk);

    [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_get_vector")]
    public static partial nint Vector(nint chunk, ulong column);
}
