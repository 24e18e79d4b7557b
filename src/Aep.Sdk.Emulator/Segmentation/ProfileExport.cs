using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Profiles;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Writes profiles as a batch of a dataset. The rows go through a file: memory does not grow with their number.</summary>
internal sealed class ProfileExport(
    ProfileStore profiles, SegmentMemberships segmentMemberships, Memberships memberships, DatasetService datasets, BatchService batches,
    SchemaRegistryService registry, DataFolder folder)
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
            if (!await WriteAsync(sandbox, request, schema, file, cancellationToken))
                return WithoutRows(sandbox, request.DatasetId, file);
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

    // An audience without members is no failure, though a batch of a producer without rows is one.
    private string WithoutRows(Sandbox sandbox, string datasetId, string file)
    {
        CatalogDataset dataset = datasets.Find(sandbox, datasetId)
            ?? throw new InvalidOperationException($"The dataset {datasetId} is gone.");
        return batches.CommitParquet(sandbox, dataset, file, 0, CreatedBy).BatchId;
    }

    /// <returns>Whether there is anybody.</returns>
    private async Task<bool> WriteAsync(
        Sandbox sandbox, ExportRequest request, XdmSchema schema, string file, CancellationToken cancellationToken)
    {
        bool any = false;
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
            any = true;
        }
        return any;
    }

    private bool IsWanted(Sandbox sandbox, ExportRequest request, Profile profile) => request.Segments.Count == 0
        || request.Segments.Any(segment => memberships.Find(sandbox, segment.Id, profile) is { } membership
            && segment.Statuses.Contains(membership.Status)
            && (request.From is null || membership.LastQualificationTime >= request.From)
            && (request.To is null || membership.LastQualificationTime <= request.To));
}
