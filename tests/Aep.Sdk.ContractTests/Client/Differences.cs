namespace Aep.Sdk.ContractTests.Client;

/// <summary>
/// Where the SDK does something else than a specification says, and why: the specifications contradict themselves and Adobe's pages in places.
/// </summary>
internal static class Differences
{
    /// <param name="Key">Method and path without the names of parameters, as <see cref="Specifications.SpecOperation.Key"/>.</param>
    /// <param name="Finding">What a test finds: the beginning of its text.</param>
    /// <param name="Reason">Why the SDK is right.</param>
    internal sealed record Difference(string Key, string Finding, string Reason);

    public static IReadOnlyList<Difference> Known { get; } =
    [
        new("GET /data/foundation/flowservice/flows", "cannot be read: The JSON value could not be converted to Aep.Sdk.Flows.SpecReference", "The specification shows the id alone where it and Adobe's tutorials have an object with id and version."),
        new("GET /data/foundation/flowservice/flows/{}", "cannot be read: The JSON value could not be converted to Aep.Sdk.Flows.SpecReference", "The specification shows the id alone where it and Adobe's tutorials have an object with id and version."),
        new("POST /data/foundation/flowservice/flows/search", "cannot be read: The JSON value could not be converted to Aep.Sdk.Flows.SpecReference", "The specification shows the id alone where it and Adobe's tutorials have an object with id and version."),
        new("GET /data/foundation/conversion/mappingSets/{}", "cannot be read: JSON deserialization for type 'Aep.Sdk.Mappings.MappingSet' was missing required", "The specification shows the body of a request as the answer; answers have an id."),
    ];

    /// <summary>The findings that are no known difference.</summary>
    public static IReadOnlyList<string> Except(string key, IEnumerable<string> findings) => [.. findings.Where(finding => !IsKnown(key, finding))];

    private static bool IsKnown(string key, string finding)
    {
        Difference? known = Known.FirstOrDefault(difference => difference.Key == key && finding.StartsWith(difference.Finding, StringComparison.Ordinal));
        return known is not null;
    }
}
