using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Governance;

/// <summary>The error dialect of Dataset Service.</summary>
internal sealed class DatasetLabelErrors(TimeProvider time)
{
    public ApiException Invalid(string datasetId, string message) => Create(400, "BAD_REQUEST", datasetId, message);

    public ApiException NotFound(string datasetId, string message) => Create(404, "NOT_FOUND", datasetId, message);

    public ApiException Exists(string datasetId) => Create(
        403, "FORBIDDEN", datasetId, $"The dataset {datasetId} has labels already: replace them (PUT with If-Match).");

    public ApiException Stale(string datasetId) => Create(
        412, "PRECONDITION_FAILED", datasetId, $"The labels of {datasetId} were changed since they were read: read them again.");

    private ApiException Create(int status, string name, string datasetId, string message) => new(status, new JsonObject
    {
        ["timestamp"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        ["status"] = name,
        ["code"] = $"PES-{status}",
        ["message"] = message,
        ["path"] = $"/entities/{DatasetLabelStore.Name(datasetId)}",
    });
}
