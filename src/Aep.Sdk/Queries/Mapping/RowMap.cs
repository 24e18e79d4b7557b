using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Aep.Sdk.Queries;

/// <summary>
/// Functions that make an object of a row, kept for each set of columns: compiled where code can be made at run time, else by reflection.
/// </summary>
internal static class RowMap<[DynamicallyAccessedMembers(RowShape.Members)] T>
{
    private const int Capacity = 256;

    private static readonly ConcurrentDictionary<string, Func<DbDataReader, T>> Cache = new();

    /// <summary>Whether a member takes a nested field, which then has to come as JSON.</summary>
    public static bool IsNested { get; } = RowShape.IsNested(typeof(T));

    /// <exception cref="InvalidOperationException">A constructor parameter or required property has no column.</exception>
    public static Func<DbDataReader, T> For(IReadOnlyList<QueryColumn> columns, JsonSerializerOptions? json)
    {
        // Nested types depend on the caller's metadata, which may differ from call to call.
        if (json is not null) return Create(columns, json);
        if (Cache.Count >= Capacity) Cache.Clear();
        return Cache.GetOrAdd(Key(columns), static (_, columns) => Create(columns, null), columns);
    }

    private static Func<DbDataReader, T> Create(IReadOnlyList<QueryColumn> columns, JsonSerializerOptions? json)
    {
        var shape = new RowShape(typeof(T), columns);
        return RuntimeFeature.IsDynamicCodeCompiled ? CompiledRow.Create<T>(shape, json) : ReflectedRow.Create<T>(shape, json);
    }

    private static string Key(IReadOnlyList<QueryColumn> columns) =>
        string.Join('\n', columns.Select(column => $"{column.Name} {column.Type.FullName}"));
}
