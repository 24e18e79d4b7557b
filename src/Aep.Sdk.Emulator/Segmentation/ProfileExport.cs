using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Profiles;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Writes profiles as a batch of a dataset. The rows go through a file: memory does not grow with their number.</summary>
internal sealed class ProfileExport(
    ProfileStore profiles, SegmentMemberships segmentMemberships, Memberships memberships, BatchService batches, SchemaRegistryService registry, DataFolder folder)
{
    private const string CreatedBy = "acp_profile_export";

    /// <returns>The id of the batch.</returns>
    public async Task<string> RunAsync(Sandbox sandbox, ExportRequest request, CancellationToken cancellationToken)
    {
        XdmSchema schema = registry.Resolve(sandbox, request.SchemaId)
            ?? throw new InvalidOperationException($"The schema {request.SchemaId} of the dataset {request.DatasetId} is gone.");
        string file = Path.Combine(folder.Subfolder("exports"), Guid.NewGuid().ToString("N") + ".json");
        try
        {
            await WriteAsync(sandbox, request, schema, file, cancellationToken);
            string batchId = batches.Create(sandbox, request.DatasetId, "json", CreatedBy);
            await using (FileStream rows = File.OpenRead(file))
                await batches.WriteFileAsync(sandbox, batchId, request.DatasetId, "profiles.json", rows, cancellationToken);
            BatchOutcome outcome = await batches.CompleteAndProcessAsync(sandbox, batchId, cancellationToken);
            return outcome.Status == BatchStatus.Success
                ? batchId
                : throw new InvalidOperationException($"The batch {batchId} of the export ended as {outcome.Status}.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private async Task WriteAsync(Sandbox sandbox, ExportRequest request, XdmSchema schema, string file, CancellationToken cancellationToken)
    {
        HashSet<string> known = [.. schema.Fields.Select(item => item.Name)];
        await using var writer = new StreamWriter(file, append: false, new UTF8Encoding(false));
        foreach (Profile profile in profiles.All(sandbox, request.Policy).Where(profile => IsWanted(sandbox, request, profile)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            JsonObject document = profile.ToDocument();
            document["segmentMembership"] = segmentMemberships.Of(sandbox, profile);
            JsonObject row = request.Fields.Count == 0 ? document : XdmDocuments.Project(document, request.Fields);
            // The dataset takes what its schema has.
            foreach (string name in row.Select(member => member.Key).Where(name => !known.Contains(name)).ToArray())
                row.Remove(name);
            await writer.WriteLineAsync(row.ToJsonString());
        }
    }

    private bool IsWanted(Sandbox sandbox, ExportRequest request, Profile profile) => request.Segments.Count == 0
        || request.Segments.Any(segment => memberships.Find(sandbox, segment.Id, profile) is { } membership
            && segment.Statuses.Contains(membership.Status)
            && (request.From is null || membership.LastQualificationTime >= request.From)
            && (request.To is null || membership.LastQualificationTime <= request.To));
}
