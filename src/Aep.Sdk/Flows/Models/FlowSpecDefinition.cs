using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Flows;

/// <summary>A flow specification of one's own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ProviderId">The id of the provider that runs it.</param>
public sealed record FlowSpecDefinition(string Name, string ProviderId)
{
    /// <summary>Its version.</summary>
    public string Version { get; init; } = "1.0";

    /// <summary>Its type.</summary>
    public string? Type { get; init; }

    /// <summary>Ids of the connection specifications it can read.</summary>
    public IReadOnlyList<string>? SourceConnectionSpecIds { get; init; }

    /// <summary>Ids of the connection specifications it can write.</summary>
    public IReadOnlyList<string>? TargetConnectionSpecIds { get; init; }

    /// <summary>The steps it can take.</summary>
    [JsonPropertyName("transformationSpecDTOS")]
    public JsonArray? TransformationSpecs { get; init; }

    /// <summary>Its attributes.</summary>
    public JsonObject? Attributes { get; init; }

    /// <summary>Its options, for example how many errors it bears.</summary>
    public JsonObject? OptionSpec { get; init; }

    /// <summary>Its schedule.</summary>
    public JsonObject? ScheduleSpec { get; init; }

    /// <summary>The parameters of its runs.</summary>
    public JsonObject? RunSpec { get; init; }

    /// <summary>Who may use it.</summary>
    public JsonObject? PermissionsInfo { get; init; }

    /// <summary>Which licences it needs.</summary>
    public JsonArray? EntitlementInfo { get; init; }

    /// <summary>Labels that it does not carry.</summary>
    public JsonObject? Policy { get; init; }
}
