using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.DataPrep;
using Aep.Sdk.Emulator.DataPrep.Expressions;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>A column of an audience's file: what it is called, and what it says of a member.</summary>
internal sealed record AudienceColumn(string Header, Func<AudienceMember, JsonNode?> Read)
{
    /// <summary>The member of a profile that has its identities by namespace.</summary>
    public const string Identities = "identityMap";

    private const string StatusPath = "segmentMembership.status";

    /// <summary>True when the column says whether somebody has left: then those are exported, too.</summary>
    public bool IsStatus { get; init; }

    /// <summary>The attributes stand in a mapping set, or, in older flows, in the flow itself.</summary>
    /// <exception cref="ApiException">There are none, or the mapping set does not exist.</exception>
    public static IReadOnlyList<AudienceColumn> Of(Sandbox sandbox, JsonObject flow, TimeProvider time)
    {
        JsonNode? parameters = AudienceSelector.Parameters(flow);
        AudienceColumn[] columns = (string?)parameters?["profileMapping"]?["mappingId"] is { } mappingId
            ? [.. Mapping.Of(MappingSet(sandbox, mappingId)).Select(mapping => Of(mapping, time))]
            : [.. parameters?["profileSelectors"]?["selectors"]?.AsArray().Select(Of) ?? []];
        return columns.Length > 0
            ? columns
            : throw FlowErrors.Invalid("The flow selects no profile attributes: it has neither profileMapping nor profileSelectors.");
    }

    /// <summary>True when a flow selects attributes at all.</summary>
    public static bool Any(JsonObject flow)
    {
        JsonNode? parameters = AudienceSelector.Parameters(flow);
        return parameters?["profileMapping"]?["mappingId"] is not null
            || parameters?["profileSelectors"]?["selectors"] is JsonArray { Count: > 0 };
    }

    /// <summary>The attributes of profiles that the columns are made of, as far as they are no expressions.</summary>
    public static IReadOnlyList<string> SourcesOf(Sandbox sandbox, JsonObject flow)
    {
        JsonNode? parameters = AudienceSelector.Parameters(flow);
        if ((string?)parameters?["profileMapping"]?["mappingId"] is { } mappingId)
        {
            return [.. Mapping.Of(MappingSet(sandbox, mappingId))
                .Where(mapping => mapping.Type == Mapping.Attribute).Select(mapping => mapping.Source)];
        }
        JsonArray selectors = parameters?["profileSelectors"]?["selectors"] as JsonArray ?? [];
        return [.. selectors.Select(selector => (string?)selector?["value"]?["path"]).OfType<string>()];
    }

    public static JsonNode? At(JsonObject profile, string path)
    {
        string[] steps = path.Split('.');
        if (steps is [Identities, var space, ..])
            steps[1] = NamespaceIn(profile, space) ?? space;
        JsonNode? node = profile;
        foreach (string step in steps)
            node = (node as JsonObject)?[step];
        return node;
    }

    /// <summary>A namespace as a profile writes it: codes of namespaces count in any case.</summary>
    /// <returns>Null when the profile has no identity of the namespace.</returns>
    public static string? NamespaceIn(JsonObject profile, string space) => (profile[Identities] as JsonObject)?
        .Select(identities => identities.Key).FirstOrDefault(name => name.Equals(space, StringComparison.OrdinalIgnoreCase));

    private static JsonObject MappingSet(Sandbox sandbox, string id) =>
        sandbox.Documents[DataPrepRoom.Kind].Find(id) ?? throw FlowErrors.NotFound("mapping set", id);

    private static AudienceColumn Of(Mapping mapping, TimeProvider time)
    {
        if (mapping.Type == Mapping.Attribute)
            return Of(mapping.Source, mapping.Destination);
        Expression expression = MappingProgram.Compile(mapping);
        return new AudienceColumn(mapping.Destination, member => Values.ToJson(expression(new EvaluationContext(member.Profile, time))));
    }

    private static AudienceColumn Of(JsonNode? selector)
    {
        JsonNode? value = selector?["value"];
        string path = (string?)value?["path"] ?? throw FlowErrors.Invalid("A profile selector has no value.path.");
        return Of(path, (string?)value?["mapping"]?["destination"] ?? path);
    }

    private static AudienceColumn Of(string path, string header) => path.Replace("xdm:", "", StringComparison.Ordinal).Trim() is StatusPath
        ? new AudienceColumn(header, member => member.IsMember ? "realized" : "exited") { IsStatus = true }
        : new AudienceColumn(header, member => At(member.Profile, path));
}
