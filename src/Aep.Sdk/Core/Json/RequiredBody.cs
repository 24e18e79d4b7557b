using System.Diagnostics.CodeAnalysis;

namespace Aep.Sdk.Core.Json;

internal static class RequiredBody
{
    /// <summary>An empty answer where the operation promises one: Refit hands it over as null.</summary>
    /// <exception cref="AepException">There is no body.</exception>
    public static T Required<T>([NotNull] this T? body, string operation)
        where T : class => body ?? throw new AepException($"{operation} succeeded with an empty body where {typeof(T).Name} was expected.");
}
