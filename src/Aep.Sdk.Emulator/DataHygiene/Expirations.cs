using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Storage;

namespace Aep.Sdk.Emulator.DataHygiene;

/// <summary>Expirations of datasets: pending until their time, then executed; or cancelled before.</summary>
internal sealed class Expirations(DatasetService datasets, AepEmulatorOptions options, TimeProvider time)
{
    public const string Pending = "pending";
    public const string Completed = "completed";
    public const string Cancelled = "cancelled";

    /// <summary>How many may be pending in an organisation.</summary>
    public const int Quota = 75;

    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss+00:00";
    private static readonly TimeSpan Notice = TimeSpan.FromHours(24);
    private readonly Lock _gate = new();

    public static IReadOnlyList<JsonObject> All(Sandbox sandbox) => Documents(sandbox).All();

    /// <summary>By its own id, or the latest of a dataset.</summary>
    public static JsonObject Find(Sandbox sandbox, string id) => Documents(sandbox).Find(id)
        ?? All(sandbox).LastOrDefault(entry => (string?)entry["datasetId"] == id)
        ?? throw HygieneErrors.NotFound(id);

    public JsonObject Create(Sandbox sandbox, JsonObject body, string client)
    {
        string datasetId = Text(body, "datasetId") ?? throw HygieneErrors.Invalid(sandbox, "datasetId is required.");
        string displayName = Text(body, "displayName") ?? throw HygieneErrors.Invalid(sandbox, "displayName is required.");
        DateTimeOffset expiry = Expiry(sandbox, Text(body, "expiry") ?? throw HygieneErrors.Invalid(sandbox, "expiry is required."));
        CatalogDataset dataset = datasets.Find(sandbox, datasetId)
            ?? throw HygieneErrors.Invalid(sandbox, $"The dataset {datasetId} does not exist.");
        lock (_gate)
        {
            if (All(sandbox).Any(entry => (string?)entry["datasetId"] == datasetId && (string?)entry["status"] == Pending))
                throw HygieneErrors.Invalid(sandbox, $"The dataset {datasetId} has a pending expiration already.");
            var expiration = new JsonObject
            {
                ["ttlId"] = "SD-" + Guid.NewGuid(),
                ["datasetId"] = datasetId,
                ["datasetName"] = dataset.Name,
                ["sandboxName"] = sandbox.Name,
                ["displayName"] = displayName,
                ["description"] = Text(body, "description"),
                ["imsOrg"] = options.OrgId,
                ["status"] = Pending,
                ["expiry"] = Show(expiry),
            };
            return Save(sandbox, expiration, client);
        }
    }

    public JsonObject Update(Sandbox sandbox, string id, JsonObject body, string client)
    {
        lock (_gate)
        {
            JsonObject expiration = RequirePending(sandbox, id);
            if (Text(body, "expiry") is { } expiry)
                expiration["expiry"] = Show(Expiry(sandbox, expiry));
            foreach (string name in new[] { "displayName", "description" }.Where(name => Text(body, name) is not null))
                expiration[name] = Text(body, name);
            return Save(sandbox, expiration, client);
        }
    }

    public JsonObject Cancel(Sandbox sandbox, string id, string client)
    {
        lock (_gate)
        {
            JsonObject expiration = RequirePending(sandbox, id);
            expiration["status"] = Cancelled;
            return Save(sandbox, expiration, client);
        }
    }

    /// <summary>Deletes the datasets whose time has come.</summary>
    public void Execute(Sandbox sandbox)
    {
        lock (_gate)
        {
            foreach (JsonObject expiration in All(sandbox).Where(
                entry => (string?)entry["status"] == Pending && TimeOf(entry) <= time.GetUtcNow()))
            {
                string datasetId = (string)expiration["datasetId"]!;
                if (datasets.Find(sandbox, datasetId) is not null)
                    datasets.Delete(sandbox, datasetId);
                expiration["status"] = Completed;
                Save(sandbox, expiration, "acp_privacy_hygiene");
            }
        }
    }

    public static DateTimeOffset TimeOf(JsonObject expiration, string member = "expiry") =>
        DateTimeOffset.ParseExact((string)expiration[member]!, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private JsonObject Save(Sandbox sandbox, JsonObject expiration, string client)
    {
        expiration["updatedAt"] = Show(time.GetUtcNow());
        expiration["updatedBy"] = client;
        Documents(sandbox).Save((string)expiration["ttlId"]!, expiration);
        return expiration;
    }

    private DateTimeOffset Expiry(Sandbox sandbox, string text)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset expiry))
            throw HygieneErrors.Invalid(sandbox, $"expiry must be a date or a date and time in ISO 8601 form; it is '{text}'.");
        return expiry >= time.GetUtcNow() + Notice
            ? expiry
            : throw HygieneErrors.Invalid(sandbox, $"expiry must be at least 24 hours ahead; it is {Show(expiry)}.");
    }

    private static JsonObject RequirePending(Sandbox sandbox, string id)
    {
        JsonObject expiration = Find(sandbox, id);
        return (string?)expiration["status"] == Pending
            ? expiration
            : throw HygieneErrors.Invalid(sandbox, $"The expiration {id} is {expiration["status"]}; only a pending one can be changed.");
    }

    private static string Show(DateTimeOffset moment) => moment.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static string? Text(JsonObject body, string name) =>
        body[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;

    private static DocumentCollection Documents(Sandbox sandbox) => sandbox.Documents["datasetExpirations"];
}
