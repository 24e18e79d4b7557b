using System.Collections.ObjectModel;
using System.Text.Json;

namespace Aep.Sdk.Core.Json;

internal static class ExtensionData
{
    private static readonly IReadOnlyDictionary<string, JsonElement> Empty = ReadOnlyDictionary<string, JsonElement>.Empty;

    /// <summary>The members that a model does not know, as a view that cannot be changed.</summary>
    public static IReadOnlyDictionary<string, JsonElement> View(IDictionary<string, JsonElement>? members) =>
        members is null ? Empty : new ReadOnlyDictionary<string, JsonElement>(members);
}
