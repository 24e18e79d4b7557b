namespace Aep.Sdk.Queries;

/// <summary>A JSON Patch in a wrapping that only this operation has.</summary>
internal sealed record QuerySchedulePatchBody(JsonPatchOperation[] Body);
