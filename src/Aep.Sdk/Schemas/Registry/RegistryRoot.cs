namespace Aep.Sdk.Schemas;

/// <summary>What all interfaces of the registry have in common.</summary>
internal static class RegistryRoot
{
    public const string Path = "/data/foundation/schemaregistry";
    public const string Summaries = "Accept: application/vnd.adobe.xed-id+json";
    public const string Whole = "Accept: application/vnd.adobe.xed+json";
}
