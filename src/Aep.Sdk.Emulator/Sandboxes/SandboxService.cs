using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Storage;
using Aep.Sdk.Emulator.Work;

namespace Aep.Sdk.Emulator.Sandboxes;

/// <summary>The life of sandboxes: creating, active, resetting, cleaning.</summary>
internal sealed partial class SandboxService(SandboxDirectory sandboxes, DataFolder folder, BackgroundWork work, TimeProvider time)
{
    public const string Active = "active";
    private static readonly string[] Types = ["production", "development"];
    private readonly ConcurrentDictionary<string, string> _states = new();
    private readonly DocumentCollection _titles = DocumentCollection.Open(folder.Subfolder("organisation", "sandboxTitles"));

    public IReadOnlyList<JsonObject> All => [.. sandboxes.All.Select(Describe)];

    public JsonObject Get(string name) => Describe(Find(name));

    public JsonObject Create(JsonObject body)
    {
        string name = (string?)body["name"] ?? "", title = (string?)body["title"] ?? name, type = (string?)body["type"] ?? "";
        if (!NamePattern().IsMatch(name))
            throw SandboxErrors.Invalid(
                $"The name '{name}' must start with a lower-case letter and have only lower-case letters, digits and hyphens, at most "
                    + "256.");
        if (!Types.Contains(type))
            throw SandboxErrors.Invalid($"The type '{type}' must be {string.Join(" or ", Types)}.");
        Sandbox sandbox = sandboxes.Create(name, type) ?? throw SandboxErrors.Create(409, $"A sandbox with the name {name} exists.");
        SaveTitle(name, title);
        return Enter("creating", sandbox, () => { });
    }

    public JsonObject Rename(string name, JsonObject body)
    {
        Sandbox sandbox = Find(name);
        SaveTitle(name, (string?)body["title"] ?? throw SandboxErrors.Invalid("title is missing."));
        return Describe(sandbox);
    }

    public JsonObject Reset(string name, JsonObject body)
    {
        Sandbox sandbox = Idle(name);
        if ((string?)body["action"] != "reset")
            throw SandboxErrors.Invalid($"The action '{body["action"]}' must be reset.");
        return Enter("resetting", sandbox, () => sandboxes.Reset(sandbox));
    }

    public JsonObject Delete(string name)
    {
        Sandbox sandbox = Idle(name);
        if (!sandboxes.CanDelete(sandbox))
            throw SandboxErrors.Invalid($"The sandbox {name} cannot be deleted.");
        return Enter("cleaning", sandbox, () =>
        {
            sandboxes.Delete(sandbox);
            _titles.Remove(name);
        });
    }

    private Sandbox Find(string name) => sandboxes.Find(name) ?? throw SandboxErrors.Create(404, $"The sandbox {name} does not exist.");

    private Sandbox Idle(string name)
    {
        Sandbox sandbox = Find(name);
        return _states.TryGetValue(name, out string? state)
            ? throw SandboxErrors.Create(409, $"The sandbox {name} is in the state {state}.")
            : sandbox;
    }

    // While it is under way the sandbox says so; then it is active again, or gone.
    private JsonObject Enter(string state, Sandbox sandbox, Action change)
    {
        _states[sandbox.Name] = state;
        JsonObject answer = Describe(sandbox);
        work.Start(
            $"{state} sandbox {sandbox.Name}",
            _ =>
            {
                change();
                _states.TryRemove(sandbox.Name, out string? _);
                return Task.CompletedTask;
            },
            _ => _states[sandbox.Name] = "failed");
        return answer;
    }

    private void SaveTitle(string name, string title) => _titles.Save(name, new JsonObject
    {
        ["title"] = title,
        ["modified"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
    });

    private JsonObject Describe(Sandbox sandbox)
    {
        JsonObject? title = _titles.Find(sandbox.Name);
        var described = new JsonObject
        {
            ["id"] = sandbox.Id,
            ["name"] = sandbox.Name,
            ["title"] = (string?)title?["title"] ?? sandbox.Name,
            ["state"] = _states.GetValueOrDefault(sandbox.Name, Active),
            ["type"] = sandbox.Type,
            ["region"] = "LOCAL",
            ["isDefault"] = sandbox.Name == SandboxDirectory.Default,
            ["eTag"] = 1,
        };
        if (title is not null)
            described["lastModifiedDate"] = (string)title["modified"]!;
        return described;
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,255}\z")]
    private static partial Regex NamePattern();
}
