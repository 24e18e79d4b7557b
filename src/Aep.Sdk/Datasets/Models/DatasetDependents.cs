namespace Aep.Sdk.Datasets;

/// <summary>What depends on a dataset.</summary>
/// <param name="Uses">What was found.</param>
/// <param name="Unseen">
/// Where the client could not look, and why: the permission is missing, or the platform does not have the service.
/// </param>
public sealed record DatasetDependents(IReadOnlyList<DatasetUse> Uses, IReadOnlyList<string> Unseen);
