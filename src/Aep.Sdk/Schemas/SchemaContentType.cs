namespace Aep.Sdk.Schemas;

/// <summary>How references of other services name a form of a schema with its version.</summary>
internal static class SchemaContentType
{
    public const string Full = "application/vnd.adobe.xed-full+json;version=1";
}
