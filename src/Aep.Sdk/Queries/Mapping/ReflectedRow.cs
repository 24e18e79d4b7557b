using System.Data.Common;
using System.Reflection;
using System.Text.Json;

namespace Aep.Sdk.Queries;

/// <summary>Rows as objects by reflection: for programs that are compiled ahead of time.</summary>
internal static class ReflectedRow
{
    public static Func<DbDataReader, T> Create<T>(RowShape shape, JsonSerializerOptions? json)
    {
        if (shape.Single is { } single) return reader => (T)Read(reader, single, json)!;
        return reader =>
        {
            var arguments = new object?[shape.Arguments.Count];
            for (int i = 0; i < arguments.Length; i++) arguments[i] = Read(reader, shape.Arguments[i], json);
            object row = shape.Constructor!.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
            foreach ((PropertyInfo property, RowMember member) in shape.Properties) property.SetValue(row, Read(reader, member, json));
            return (T)row;
        };
    }

    private static object? Read(DbDataReader reader, RowMember member, JsonSerializerOptions? json)
    {
        if (member.Column is null) return member.Default;
        return QueryValue.Convert(ColumnValue.Read(reader, member.Index), member.Type, member.Column.Name, json);
    }
}
