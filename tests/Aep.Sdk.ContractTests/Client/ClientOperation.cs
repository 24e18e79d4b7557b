using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.ContractTests.Specifications;
using Aep.Sdk.Core.Pipeline;
using Refit;

namespace Aep.Sdk.ContractTests.Client;

/// <summary>A request that the SDK can send: a method of one of its internal interfaces.</summary>
internal sealed class ClientOperation(MethodInfo method)
{
    public static IReadOnlyList<ClientOperation> All { get; } =
    [
        .. typeof(AepClient).Assembly.GetTypes().Where(type => type.IsInterface).SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<HttpMethodAttribute>() is not null).Select(method => new ClientOperation(method)),
    ];

    // Contexts by namespace: a module has one, some have more.
    private static readonly ILookup<string, JsonSerializerContext> Contexts = typeof(AepClient).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(JsonSerializerContext)))
        .ToLookup(type => type.Namespace!,
            type => (JsonSerializerContext)type.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!);

    private readonly HttpMethodAttribute _route = method.GetCustomAttribute<HttpMethodAttribute>()!;

    public MethodInfo Method => method;

    public string Verb => _route.Method.Method;

    /// <summary>The path as the route states it, without its query.</summary>
    public string Path => RouteOf(method);

    public string Key => SpecOperation.KeyOf(Verb, Path);

    public string? OutsideSpec => method.GetCustomAttribute<OutsideSpecAttribute>()?.Source;

    /// <summary>The operations of the specifications that it is; two where two of them describe one service.</summary>
    public IReadOnlyList<SpecOperation> Spec { get; } =
        OperationTable.Find(method.GetCustomAttribute<HttpMethodAttribute>()!.Method.Method, RouteOf(method));

    public ParameterInfo? Body =>
        method.GetParameters().FirstOrDefault(parameter => parameter.GetCustomAttribute<BodyAttribute>() is not null);

    /// <summary>What the answer becomes; null where it is not JSON.</summary>
    public Type? Result => method.ReturnType.IsGenericType && !Raw(method.ReturnType.GenericTypeArguments[0])
        ? method.ReturnType.GenericTypeArguments[0]
        : null;

    /// <summary>True where the client of the module looks at status and headers itself.</summary>
    public bool ReadsAnswerItself => method.ReturnType == typeof(Task<HttpResponseMessage>);

    /// <summary>The context whose metadata the client is made with.</summary>
    /// <exception cref="InvalidOperationException">No context of the module knows what is sent or received.</exception>
    public JsonSerializerContext Json
    {
        get
        {
            Type[] needed = [.. new[] { Result, Body is { } body && !Raw(body.ParameterType) ? body.ParameterType : null }.OfType<Type>()];
            return Contexts[method.DeclaringType!.Namespace!].FirstOrDefault(
                context => needed.All(type => context.GetTypeInfo(type) is not null))
                ?? throw new InvalidOperationException(
                    $"{this}: no JSON context of {method.DeclaringType!.Namespace} has "
                        + $"{string.Join(" and ", needed.Select(type => type.Name))}.");
        }
    }

    public JsonTypeInfo TypeInfo(Type type) => Json.GetTypeInfo(type) ?? Json.Options.GetTypeInfo(type);

    public override string ToString() => $"{method.DeclaringType!.Name}.{method.Name} {Verb} {Path}";

    private static string RouteOf(MethodInfo method) => method.GetCustomAttribute<HttpMethodAttribute>()!.Path.Split('?')[0];

    private static bool Raw(Type type) =>
        typeof(HttpContent).IsAssignableFrom(type) || typeof(Stream).IsAssignableFrom(type) || type == typeof(HttpResponseMessage)
        || type == typeof(string) || type == typeof(byte[]) || typeof(IApiResponse).IsAssignableFrom(type);
}
