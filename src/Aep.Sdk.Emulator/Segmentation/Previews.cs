using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;
using Aep.Sdk.Emulator.Segmentation.Pql;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>How many profiles a rule would qualify, and some of them. Here every profile is read, so the estimate is exact.</summary>
internal sealed class Previews(
    SegmentRules rules, AudienceEvaluator evaluator, ProfileStore profiles, MergePolicies policies, BackgroundWork work)
{
    private const int SampleSize = 1000;
    private const string Running = "RUNNING";
    private readonly ConcurrentDictionary<string, Preview> _previews = new();

    public JsonObject Create(Sandbox sandbox, JsonObject body)
    {
        string expression = (string?)body["predicateExpression"] ?? throw ProfileErrors.Invalid("predicateExpression is missing.");
        PqlRule rule = rules.Read(sandbox, expression, (string?)body["predicateType"] ?? "pql/text");
        MergePolicy policy = policies.Resolve(sandbox, (string?)body["mergePolicyId"]);
        if (body["graphType"] is { } graph)
            policy = policy with { Stitches = Stitches(graph) };
        string id = Guid.NewGuid().ToString("N"), queryId = Guid.NewGuid().ToString();
        _previews[id] = new Preview(sandbox, Running);
        work.Start(
            $"preview {id}",
            cancellationToken => Read(sandbox, id, rule, policy, cancellationToken),
            failure => Set(id, preview => preview with { State = "FAILED", Error = failure.Message }));
        return new JsonObject
        {
            ["state"] = "NEW",
            ["previewQueryId"] = queryId,
            ["previewQueryStatus"] = "NEW",
            ["previewId"] = id,
            ["previewExecutionId"] = 0,
        };
    }

    public JsonObject Estimate(Sandbox sandbox, string id)
    {
        Preview preview = Get(sandbox, id);
        if (preview.State == Running)
            return new JsonObject { ["state"] = Running };
        var estimate = new JsonObject
        {
            ["estimatedSize"] = preview.Matched.Count,
            ["numRowsToRead"] = preview.Total,
            ["estimatedNamespaceDistribution"] = new JsonArray([.. preview.Namespaces.Select(item => new JsonObject
            {
                ["namespaceId"] = item.Key,
                ["profilesMatchedSoFar"] = item.Value,
            })]),
            ["state"] = preview.State,
            ["profilesReadSoFar"] = preview.Total,
            ["profilesMatchedSoFar"] = preview.Matched.Count,
            ["standardError"] = 0,
            ["confidenceInterval"] = "95%",
            ["totalRows"] = preview.Total,
            ["_links"] = new JsonObject { ["preview"] = $"/data/core/ups/preview/{id}" },
        };
        if (preview.Error is not null)
            estimate["error"] = new JsonObject { ["description"] = preview.Error, ["traceback"] = "" };
        return estimate;
    }

    /// <summary>Some of those whom the rule qualifies.</summary>
    public JsonObject Show(HttpRequest request, Sandbox sandbox, string id)
    {
        Preview preview = Get(sandbox, id);
        string[] sample = [.. preview.Matched.Take(SampleSize)];
        OffsetPage page = OffsetPage.Of(request, sample.Length, 100);
        return new JsonObject
        {
            ["results"] = new JsonArray([.. sample.Skip(page.Start).Take(page.Size).Select(person => new JsonObject
            {
                ["XID_COMPLETE_QUALIFICATION"] = person,
                ["objectId"] = person,
                ["_href"] = $"/data/core/ups/access/entities?schema.name={ProfileSchemas.Profile}&entityId={Uri.EscapeDataString(person)}",
                ["relatedObjects"] = new JsonArray(),
            })]),
            ["page"] = new JsonObject { ["offset"] = page.Start, ["size"] = page.Size },
            ["link"] = new JsonObject { ["next"] = page.HasNext ? $"/preview/{id}?offset={page.Next}&limit={page.Limit}" : "" },
            ["state"] = preview.State,
        };
    }

    public void Remove(Sandbox sandbox, string id)
    {
        _ = Get(sandbox, id);
        _previews.TryRemove(id, out _);
    }

    private static bool Stitches(JsonNode graph) => graph.ToString() switch
    {
        "pdg" => true,
        "none" => false,
        var other => throw ProfileErrors.Invalid($"graphType '{other}' must be pdg or none."),
    };

    private Preview Get(Sandbox sandbox, string id) => _previews.TryGetValue(id, out Preview? preview) && preview.Sandbox == sandbox
        ? preview
        : throw ProfileErrors.NotFound($"The preview {id} does not exist.");

    private Task Read(Sandbox sandbox, string id, PqlRule rule, MergePolicy policy, CancellationToken cancellationToken)
    {
        IReadOnlyList<Profile> all = profiles.All(sandbox, policy);
        List<Profile> matched = evaluator.Matching(sandbox, all, [rule], cancellationToken)[0];
        IEnumerable<string> namespaces = matched.SelectMany(profile => profile.Identities.Select(key => key.Namespace).Distinct());
        Set(id, preview => preview with
        {
            State = "RESULT_READY",
            Matched = [.. matched.Select(profile => profile.Id)],
            Namespaces = namespaces.CountBy(space => space).ToDictionary(),
            Total = all.Count,
        });
        return Task.CompletedTask;
    }

    // One that was deleted meanwhile does not come back.
    private void Set(string id, Func<Preview, Preview> change)
    {
        if (_previews.TryGetValue(id, out Preview? preview))
            _previews.TryUpdate(id, change(preview), preview);
    }

    private sealed record Preview(Sandbox Sandbox, string State)
    {
        public IReadOnlyList<string> Matched { get; init; } = [];
        public IReadOnlyDictionary<string, int> Namespaces { get; init; } = new Dictionary<string, int>();
        public int Total { get; init; }
        public string? Error { get; init; }
    }
}
