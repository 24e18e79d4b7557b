namespace Aep.Sdk.Emulator;

/// <summary>
/// Maps handlers that are made into request delegates when they are first called. ASP.NET Core makes all of them at the first request of
/// any, and with some 340 of them that is more than a second's work. In the namespace around the rooms' own, these methods come before
/// ASP.NET Core's of the same names.
/// </summary>
internal static class LazyRoutes
{
    public static void MapGet(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, [HttpMethods.Get], handler);

    public static void MapPost(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, [HttpMethods.Post], handler);

    public static void MapPut(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, [HttpMethods.Put], handler);

    public static void MapPatch(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, [HttpMethods.Patch], handler);

    public static void MapDelete(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, [HttpMethods.Delete], handler);

    public static void MapMethods(this IEndpointRouteBuilder routes, string pattern, IEnumerable<string> methods, Delegate handler)
    {
        var made = new Lazy<RequestDelegate>(() =>
            RequestDelegateFactory.Create(handler, new RequestDelegateFactoryOptions { ServiceProvider = routes.ServiceProvider })
                .RequestDelegate);
        EndpointRouteBuilderExtensions.MapMethods(routes, pattern, methods, context => made.Value(context));
    }
}
