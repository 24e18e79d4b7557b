using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Queries;

/// <summary>
/// How the columns of a result fit a type: constructor parameters, then settable properties, take the column of the same name (case and
/// underscores do not count). A simple type takes the first column.
/// </summary>
internal sealed class RowShape
{
    internal const DynamicallyAccessedMemberTypes Members =
        DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicProperties;

    private static readonly HashSet<Type> Simple =
    [
        typeof(string), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan),
        typeof(Guid), typeof(BigInteger), typeof(object), typeof(JsonElement),
    ];

    private readonly IReadOnlyList<QueryColumn> _columns;

    /// <exception cref="InvalidOperationException">A constructor parameter or required property has no column.</exception>
    public RowShape([DynamicallyAccessedMembers(Members)] Type type, IReadOnlyList<QueryColumn> columns)
    {
        _columns = columns;
        if (IsSimple(type) || type.IsArray || IsJson(type))
        {
            Single = columns.Count > 0
                ? new RowMember(type, 0, columns[0], null) : throw new InvalidOperationException("The statement returns no columns.");
            return;
        }

        Constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault()
            ?? throw new InvalidOperationException(
                $"{type.Name} has no public constructor, so that rows cannot become one. Pass a function that maps a row.");
        ParameterInfo[] parameters = Constructor.GetParameters();
        Arguments = [.. parameters.Select(p => Member(p.ParameterType, p.Name!, p.HasDefaultValue ? p.DefaultValue : null))];
        PropertyInfo[] settable = [.. type.GetProperties()
            .Where(p => p.SetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0
                && !parameters.Any(known => Same(known.Name!, p.Name)))];
        Properties = [.. settable.Select(p => (p, Member(p.PropertyType, p.Name, null))).Where(pair => pair.Item2.Index >= 0)];
        string[] missing =
        [
            .. parameters.Where((p, i) => Arguments[i].Index < 0 && !p.HasDefaultValue).Select(p => p.Name!),
            .. settable.Where(p => p.IsDefined(typeof(RequiredMemberAttribute)) && Find(p.Name) < 0).Select(p => p.Name),
        ];
        if (missing.Length > 0)
        {
            throw new InvalidOperationException(
                $"The result has no column for {string.Join(", ", missing)} of {type.Name}. "
                + $"It has: {string.Join(", ", columns.Select(column => column.Name))}.");
        }
    }

    /// <summary>The first column, where the type is a simple one.</summary>
    public RowMember? Single { get; }

    public ConstructorInfo? Constructor { get; }

    public IReadOnlyList<RowMember> Arguments { get; } = [];

    public IReadOnlyList<(PropertyInfo Property, RowMember Member)> Properties { get; } = [];

    /// <summary>Whether a member of the type takes a nested field.</summary>
    public static bool IsNested([DynamicallyAccessedMembers(Members)] Type type)
    {
        if (IsSimple(type) || type.IsArray) return false;
        if (IsJson(type)) return true;
        IEnumerable<Type> members = type.GetProperties().Where(p => p.SetMethod is not null).Select(p => p.PropertyType);
        return members.Any(member => !IsSimple(member) && !(Element(member) is { } element && IsSimple(element)));
    }

    private static Type? Element(Type type) =>
        type.IsArray ? type.GetElementType() : type.IsGenericType ? type.GetGenericArguments()[0] : null;

    private static bool IsJson(Type type) => typeof(JsonNode).IsAssignableFrom(type) || type == typeof(JsonElement);

    private static bool IsSimple(Type type)
    {
        Type inner = Nullable.GetUnderlyingType(type) ?? type;
        return (inner.IsPrimitive || inner.IsEnum || Simple.Contains(inner)) && inner != typeof(JsonElement);
    }

    private RowMember Member(Type type, string name, object? fallback)
    {
        int index = Find(name);
        return new RowMember(type, index, index < 0 ? null : _columns[index], fallback);
    }

    private int Find(string name)
    {
        for (int i = 0; i < _columns.Count; i++)
        {
            if (Same(_columns[i].Name, name)) return i;
        }

        return -1;
    }

    private static bool Same(string a, string b) =>
        string.Equals(NestedNames.Plain(a), NestedNames.Plain(b), StringComparison.OrdinalIgnoreCase);
}
