namespace Aep.Sdk.Profiles;

/// <summary>Asks for the deletion of a batch; the service spells the id of the dataset in another way than for a whole dataset.</summary>
internal sealed record BatchDeletionBody(string DatasetId, string BatchId);
