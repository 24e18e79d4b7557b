using System.Text.Json.Serialization;

namespace Docs.Tests;

/// <summary>The context that the page on schemas speaks of: pages are compiled without source generators.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ShopEvent))]
public sealed partial class ShopJson : JsonSerializerContext;
