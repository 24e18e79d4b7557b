using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;
using Aep.Sdk.Emulator.Segmentation.Pql;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>How many profiles a rule would qualify. Here every profile is read, so the estimate is exact.</summary>
internal sealed class Previews(SegmentRules rules, ProfileStore profiles, BackgroundWork work)
{
    private readonly ConcurrentDictionary<string, JsonObject> _estimates = new();

    public JsonObject Create(Sandbox sandbox, JsonObject body)
    {
        PqlExpression rule = rules.Parse(sandbox, (string?)body["predicateExpression"] ?? throw ProfileErrors.Invalid("predicateExpression is missing."));
        string id = Guid.NewGuid().ToString("N");
        _estimates[id] = new JsonObject { ["state"] = "RUNNING" };
        work.Start($"preview {id}", _ => EstimateAsync(sandbox, id, rule), failure => _estimates[id] = new JsonObject
        {
            ["state"] = "FAILED",
            ["error"] = new JsonObject { ["description"] = failure.Message },
        });
        return new JsonObject
        {
            ["state"] = "NEW",
            ["previewQueryId"] = Guid.NewGuid().ToString(),
            ["previewQueryStatus"] = "NEW",
            ["previewId"] = id,
            ["previewExecutionId"] = 0,
        };
    }

    public JsonObject Estimate(string id) => _estimates.TryGetValue(id, out JsonObject? estimate)
        ? (JsonObject)JsonNode.Parse(estimate.ToJsonString())!
        : throw ProfileErrors.NotFound($"The preview {id} does not exist.");

    public bool Remove(string id) => _estimates.TryRemove(id, out _);

    private Task EstimateAsync(Sandbox sandbox, string id, PqlExpression rule)
    {
        IReadOnlyDictionary<ProfileKey, Profile> all = profiles.All(sandbox);
        int matched = all.Values.Count(profile => rule.Matches(profile.Attribute));
        _estimates[id] = new JsonObject
        {
            ["estimatedSize"] = matched,
            ["numRowsToRead"] = all.Count,
            ["state"] = "RESULT_READY",
            ["profilesReadSoFar"] = all.Count,
            ["profilesMatchedSoFar"] = matched,
            ["standardError"] = 0,
            ["confidenceInterval"] = "95%",
            ["totalRows"] = all.Count,
            ["_links"] = new JsonObject { ["preview"] = $"/data/core/ups/preview/{id}" },
        };
        return Task.CompletedTask;
    }
}
