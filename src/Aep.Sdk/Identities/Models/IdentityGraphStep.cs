using System.Text.Json.Serialization;

namespace Aep.Sdk.Identities;

/// <summary>Which links of a graph to follow.</summary>
/// <param name="Predicates">Conditions that they fulfil.</param>
public sealed record IdentityGraphStep([property: JsonPropertyName("predicate")] IReadOnlyList<IdentityGraphPredicate> Predicates);
