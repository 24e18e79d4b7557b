using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Queries;

/// <summary>
/// Rows as objects: constructor parameters, then settable properties, take the column of the same name (case and underscores do not count).
/// A simple type takes the first column.
/// </summary>
internal sealed class RowMapper<[DynamicallyAccessedMembers(Members)] T>
{
    internal const DynamicallyAccessedMemberTypes Members =
        DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicProperties;

    private static readonly bool IsSimple = Simple(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));

    private IReadOnlyList<string>? _columns;
    private ConstructorInfo? _constructor;
    private int[] _arguments = [];
    private (PropertyInfo Property, int Index)[] _properties = [];

    public T Map(QueryRow row)
    {
        if (IsSimple) return row.Get<T>(0);
        if (!ReferenceEquals(_columns, row.Columns)) Bind(row.Columns);

        ParameterInfo[] parameters = _constructor!.GetParameters();
        var arguments = new object?[parameters.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = _arguments[i] < 0 ? parameters[i].DefaultValue : Value(row, _arguments[i], parameters[i].ParameterType);
        }

        object result = _constructor.Invoke(arguments);
        foreach ((PropertyInfo property, int index) in _properties) property.SetValue(result, Value(row, index, property.PropertyType));
        return (T)result;
    }

    private static object? Value(QueryRow row, int index, Type type) => QueryValue.Convert(row[index], type, row.Columns[index]);

    private static bool Simple(Type type) =>
        type.IsPrimitive || type == typeof(string) || type == typeof(decimal) || type == typeof(DateTime) || type == typeof(DateTimeOffset)
        || type == typeof(DateOnly) || type == typeof(Guid) || type == typeof(JsonObject) || type == typeof(JsonNode) || type == typeof(object);

    private void Bind(IReadOnlyList<string> columns)
    {
        _constructor = typeof(T).GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault()
            ?? throw new InvalidOperationException($"{typeof(T).Name} has no public constructor, so that rows cannot become one. Pass a function that maps a row.");
        ParameterInfo[] parameters = _constructor.GetParameters();
        _arguments = [.. parameters.Select(p => Find(columns, p.Name!))];
        string[] missing = [.. parameters.Where((p, i) => _arguments[i] < 0 && !p.HasDefaultValue).Select(p => p.Name!)];
        if (missing.Length > 0)
        {
            throw new InvalidOperationException(
                $"The result has no column for {string.Join(", ", missing)} of {typeof(T).Name}. It has: {string.Join(", ", columns)}.");
        }

        _properties = [.. typeof(T).GetProperties()
            .Where(p => p.SetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0)
            .Where(p => !parameters.Any(parameter => Same(parameter.Name!, p.Name)))
            .Select(p => (p, Find(columns, p.Name)))
            .Where(pair => pair.Item2 >= 0)];
        _columns = columns;
    }

    private static int Find(IReadOnlyList<string> columns, string name)
    {
        for (int i = 0; i < columns.Count; i++)
        {
            if (Same(columns[i], name)) return i;
        }

        return -1;
    }

    private static bool Same(string a, string b) => string.Equals(
        a.Replace("_", string.Empty, StringComparison.Ordinal), b.Replace("_", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}
