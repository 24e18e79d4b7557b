using System.Collections.Frozen;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;

namespace Aep.Sdk.Queries;

/// <summary>The ways to read a column into a type that need no detour. Widening is among them, whatever may lose something is
/// not.</summary>
internal static class ColumnReading
{
    private static readonly FrozenDictionary<(Type From, Type To), MethodInfo> Known = new Dictionary<(Type, Type), MethodInfo>
    {
        [(typeof(string), typeof(string))] = Of((reader, i) => reader.GetString(i)),
        [(typeof(bool), typeof(bool))] = Of((reader, i) => reader.GetBoolean(i)),
        [(typeof(short), typeof(short))] = Of((reader, i) => reader.GetInt16(i)),
        [(typeof(short), typeof(int))] = Of((reader, i) => reader.GetInt16(i)),
        [(typeof(short), typeof(long))] = Of((reader, i) => reader.GetInt16(i)),
        [(typeof(short), typeof(double))] = Of((reader, i) => reader.GetInt16(i)),
        [(typeof(short), typeof(decimal))] = Of((reader, i) => reader.GetInt16(i)),
        [(typeof(int), typeof(int))] = Of((reader, i) => reader.GetInt32(i)),
        [(typeof(int), typeof(long))] = Of((reader, i) => reader.GetInt32(i)),
        [(typeof(int), typeof(double))] = Of((reader, i) => reader.GetInt32(i)),
        [(typeof(int), typeof(decimal))] = Of((reader, i) => reader.GetInt32(i)),
        [(typeof(long), typeof(long))] = Of((reader, i) => reader.GetInt64(i)),
        [(typeof(long), typeof(decimal))] = Of((reader, i) => reader.GetInt64(i)),
        [(typeof(float), typeof(float))] = Of((reader, i) => reader.GetFloat(i)),
        [(typeof(float), typeof(double))] = Of((reader, i) => reader.GetFloat(i)),
        [(typeof(double), typeof(double))] = Of((reader, i) => reader.GetDouble(i)),
        [(typeof(decimal), typeof(decimal))] = Of((reader, i) => ColumnValue.Decimal(reader, i)),
        [(typeof(Guid), typeof(Guid))] = Of((reader, i) => reader.GetGuid(i)),
        [(typeof(DateTime), typeof(DateTime))] = Of((reader, i) => Utc(reader, i)),
        [(typeof(DateTime), typeof(DateTimeOffset))] = Of((reader, i) => Time(reader, i)),
    }.ToFrozenDictionary();

    /// <summary>The method of the reader, or a static one that takes the reader, or null.</summary>
    public static MethodInfo? Find(Type from, Type to) => Known.GetValueOrDefault((from, to));

    public static object? Convert(DbDataReader reader, int index, Type type, string column, JsonSerializerOptions? json) =>
        QueryValue.Convert(ColumnValue.Read(reader, index), type, column, json);

    /// <summary>The method that an expression calls.</summary>
    public static MethodInfo Of<T>(Expression<Func<DbDataReader, int, T>> read) => ((MethodCallExpression)read.Body).Method;

    private static DateTime Utc(DbDataReader reader, int index) => QueryValue.Utc(reader.GetDateTime(index));

    private static DateTimeOffset Time(DbDataReader reader, int index) => new(QueryValue.Utc(reader.GetDateTime(index)));
}
