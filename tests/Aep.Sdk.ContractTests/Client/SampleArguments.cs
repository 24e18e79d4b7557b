using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace Aep.Sdk.ContractTests.Client;

/// <summary>Arguments for a method, so that every parameter shows on the wire.</summary>
internal static class SampleArguments
{
    public static object?[] For(ClientOperation operation) =>
        [.. operation.Method.GetParameters().Select(parameter => Sample(operation, parameter))];

    private static object? Sample(ClientOperation operation, ParameterInfo parameter)
    {
        Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type == typeof(CancellationToken))
            return CancellationToken.None;
        return parameter.GetCustomAttribute<BodyAttribute>() is null ? Scalar(type) : Body(operation, type);
    }

    private static object? Scalar(Type type)
    {
        if (type == typeof(string))
            return "sample";
        if (type.IsArray)
            return Filled(type.GetElementType()!);
        if (type.IsGenericType && type.IsInterface && type.IsAssignableFrom(type.GenericTypeArguments[0].MakeArrayType()))
            return Filled(type.GenericTypeArguments[0]);
        if (type.GetMethod("Create", [typeof(string)]) is { IsStatic: true } create && create.ReturnType == type)
            return create.Invoke(null, ["sample"]);
        return type == typeof(bool) ? true : type.IsPrimitive ? Convert.ChangeType(1, type, null) : Empty(type);
    }

    private static Array Filled(Type element)
    {
        var array = Array.CreateInstance(element, 1);
        array.SetValue(Scalar(element), 0);
        return array;
    }

    private static object? Body(ClientOperation operation, Type type)
    {
        if (typeof(HttpContent).IsAssignableFrom(type))
            return new ByteArrayContent([1]) { Headers = { ContentType = new("application/octet-stream") } };
        if (typeof(Stream).IsAssignableFrom(type))
            return new MemoryStream([1]);
        if (type == typeof(string))
            return "sample";
        if (type == typeof(byte[]))
            return new byte[] { 1 };
        JsonTypeInfo info = operation.TypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => System.Text.Json.JsonSerializer.Deserialize("[]", info),
            JsonTypeInfoKind.Dictionary => System.Text.Json.JsonSerializer.Deserialize("{}", info),
            _ when typeof(JsonNode).IsAssignableFrom(type) => type == typeof(JsonArray) ? new JsonArray() : new JsonObject(),
            _ => Empty(type),
        };
    }

    // What is in the body is held against the schema by name (BodyTests); here it only has to be sent.
    private static object? Empty(Type type) =>
        type.IsValueType ? Activator.CreateInstance(type) : type.IsAbstract ? null : RuntimeHelpers.GetUninitializedObject(type);
}
