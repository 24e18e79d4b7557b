namespace Aep.Sdk.Profiles;

/// <summary>Asks for several entities.</summary>
internal sealed record EntitiesBody(SchemaName Schema, IReadOnlyList<EntitiesBody.Identity> Identities)
{
    public IReadOnlyList<string>? Fields { get; init; }

    public string? MergePolicyId { get; init; }

    internal sealed record Identity(string EntityId, Namespace EntityIdNS);

    internal sealed record Namespace(string Code);
}
