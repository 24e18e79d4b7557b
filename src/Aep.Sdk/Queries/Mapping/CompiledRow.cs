using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;

namespace Aep.Sdk.Queries;

/// <summary>Rows as objects by code made for the columns at hand: values go from the reader into the object without a detour over
/// object.</summary>
internal static class CompiledRow
{
    private static readonly ParameterExpression Reader = Expression.Parameter(typeof(DbDataReader), "reader");

    private static readonly MethodInfo IsNull = ColumnReading.Of((reader, i) => reader.IsDBNull(i));

    private static readonly MethodInfo Slow = ColumnReading.Of((reader, i) => ColumnReading.Convert(reader, i, typeof(object), "", null));

    public static Func<DbDataReader, T> Create<T>(RowShape shape, JsonSerializerOptions? json)
    {
        Expression row = shape.Single is { } single ? Read(single, json) : Build(shape, json);
        return Expression.Lambda<Func<DbDataReader, T>>(row, Reader).Compile();
    }

    private static Expression Build(RowShape shape, JsonSerializerOptions? json)
    {
        NewExpression created = Expression.New(shape.Constructor!, shape.Arguments.Select(argument => Read(argument, json)));
        return shape.Properties.Count == 0
            ? created
            : Expression.MemberInit(created, shape.Properties.Select(pair => Expression.Bind(pair.Property, Read(pair.Member, json))));
    }

    private static Expression Read(RowMember member, JsonSerializerOptions? json)
    {
        if (member.Column is not { } column) return Default(member);
        Type target = member.Type, inner = Nullable.GetUnderlyingType(target) ?? target;
        Expression index = Expression.Constant(member.Index);
        if (ColumnReading.Find(column.Type, inner) is not { } read)
        {
            return Expression.Convert(
                Expression.Call(Slow, Reader, index, Expression.Constant(target, typeof(Type)), Expression.Constant(column.Name),
                    Expression.Constant(json, typeof(JsonSerializerOptions))),
                target);
        }

        Expression value = read.IsStatic ? Expression.Call(read, Reader, index) : Expression.Call(Reader, read, index);
        if (value.Type != target) value = Expression.Convert(value, target);
        // A value type that takes no NULL needs no look: the reader refuses, and the message is made then.
        bool refuses = target.IsValueType && inner == target;
        return refuses ? value : Expression.Condition(Expression.Call(Reader, IsNull, index), Expression.Default(target), value);
    }

    // A parameter's default of null stands for default(T) of a value type too.
    private static Expression Default(RowMember member) =>
        member.Default is null ? Expression.Default(member.Type) : Expression.Convert(Expression.Constant(member.Default), member.Type);
}
