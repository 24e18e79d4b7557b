namespace Aep.Sdk.Access;

/// <summary>Changes in this service's wrapping.</summary>
internal sealed record PatchBody(IReadOnlyList<JsonPatchOperation> Operations);
