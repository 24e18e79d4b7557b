using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>
/// What was taken away from Profile: batches (a dataset is all its batches until now) and persons. The data lake keeps the rows.
/// </summary>
internal sealed class ProfileRemovals(TimeProvider time)
{
    public const string Kind = "profileRemovals";

    public void AddBatches(Sandbox sandbox, string datasetId, IEnumerable<string> batchIds)
    {
        foreach (string batchId in batchIds)
            sandbox.Documents[Kind].Save($"batch {batchId}", new JsonObject { ["datasetId"] = datasetId, ["batchId"] = batchId });
    }

    public void AddPerson(Sandbox sandbox, IEnumerable<ProfileKey> identities)
    {
        foreach (ProfileKey key in identities)
        {
            sandbox.Documents[Kind].Save($"person {key.Namespace} {key.Identity}", new JsonObject
            {
                ["namespace"] = key.Namespace,
                ["identity"] = key.Identity,
                ["time"] = time.GetUtcNow().ToString("o", CultureInfo.InvariantCulture),
            });
        }
    }

    public ILookup<string, string> Batches(Sandbox sandbox) => sandbox.Documents[Kind].All()
        .Where(document => document["batchId"] is not null)
        .ToLookup(document => (string)document["datasetId"]!, document => (string)document["batchId"]!);

    /// <summary>Who was deleted, and when: rows that came later count again.</summary>
    public IReadOnlyDictionary<ProfileKey, DateTimeOffset> Persons(Sandbox sandbox) => sandbox.Documents[Kind].All()
        .Where(document => document["identity"] is not null)
        .ToDictionary(
            document => new ProfileKey((string)document["namespace"]!, (string)document["identity"]!),
            document => DateTimeOffset.Parse((string)document["time"]!, CultureInfo.InvariantCulture));
}
