using System.Text.Json.Nodes;
using Aep.Sdk.Flows;

namespace Aep.Sdk.Destinations;

/// <summary>How to activate audiences to a streaming destination.</summary>
/// <param name="Name">Its name; connections and dataflow of this name are reused.</param>
/// <param name="ConnectionSpecId">The destination's connection specification.</param>
/// <param name="FlowSpecId">The destination's flow specification.</param>
public sealed record StreamingActivation(string Name, string ConnectionSpecId, string FlowSpecId)
{
    /// <summary>How it authenticates, as its connection specification names it; null if it needs nothing.</summary>
    public string? AuthSpecName { get; init; }

    /// <summary>The parameters of its authentication that are secret, by name.</summary>
    public IReadOnlyDictionary<string, Secret> AuthSecrets { get => field ?? new Dictionary<string, Secret>(); init; }

    /// <summary>The parameters of its authentication that are not, such as <c>region</c>.</summary>
    public JsonObject? AuthParams { get; init; }

    /// <summary>The parameters of its target connection, as its connection specification defines them.</summary>
    public JsonObject? TargetParams { get; init; }

    /// <summary>Profile attributes that it is told, for example <c>person.name.firstName</c>.</summary>
    public IReadOnlyList<string> Attributes { get => field ?? []; init; }

    /// <summary>
    /// Whether attributes are activated, too, that the union of the schemas for Profile does not show. By default they are refused:
    /// they would be empty. True spares the check, which reads the schemas.
    /// </summary>
    public bool AllowUnknownAttributes { get; init; }

    /// <summary>What keeps labelled attributes in.</summary>
    public GovernanceGuard Guard { get; init; } = GovernanceGuard.Default;

    internal ConnectionDefinition BaseConnection() =>
        new(Name, new SpecReference(ConnectionSpecId)) { Auth = AuthSpecName is null ? null : Auth() };

    /// <exception cref="ArgumentException">An attribute stands twice.</exception>
    internal void CheckAttributes()
    {
        if (Attributes.GroupBy(path => path, StringComparer.Ordinal).FirstOrDefault(paths => paths.Count() > 1) is { } twice)
            throw new ArgumentException($"{nameof(Attributes)} names {twice.Key} {twice.Count()} times: once is enough.");
    }

    private JsonObject Auth()
    {
        JsonObject parameters = AuthParams?.DeepClone() as JsonObject ?? [];
        foreach ((string name, Secret value) in AuthSecrets) parameters[name] = value.Reveal();
        return new JsonObject { ["specName"] = AuthSpecName, ["params"] = parameters };
    }
}
