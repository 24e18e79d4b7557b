using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.Storage;

namespace Aep.Sdk.Emulator.Gateway;

/// <summary>The sandboxes of the organisation.</summary>
internal sealed class SandboxDirectory
{
    /// <summary>The sandbox that every organisation has.</summary>
    public const string Default = "prod";

    private const string Production = "production";
    private readonly ConcurrentDictionary<string, Sandbox> _byName = new(StringComparer.Ordinal);
    private readonly DocumentCollection _made;
    private readonly DataFolder _folder;
    private readonly TimeProvider _time;

    public SandboxDirectory(AepEmulatorOptions options, DataFolder folder, TimeProvider time)
    {
        (_folder, _time) = (folder, time);
        _made = DocumentCollection.Open(folder.Subfolder("organisation", "sandboxes"));
        foreach (string name in new[] { Default, "dev", options.SandboxName }.Distinct())
            _byName[name] = Open(name, name == Default ? Production : "development");
        foreach (JsonObject made in _made.All())
            _byName[(string)made["name"]!] = Open((string)made["name"]!, (string)made["type"]!);
    }

    public IReadOnlyList<Sandbox> All => [.. _byName.Values.OrderBy(sandbox => sandbox.Name, StringComparer.Ordinal)];

    public Sandbox? Find(string name) => _byName.GetValueOrDefault(name);

    /// <returns>The new sandbox; null if there is one of that name.</returns>
    public Sandbox? Create(string name, string type)
    {
        Sandbox sandbox = Open(name, type);
        if (!_byName.TryAdd(name, sandbox))
            return null;
        _made.Save(name, new JsonObject { ["name"] = name, ["type"] = type });
        return sandbox;
    }

    /// <summary>Empties a sandbox: the same name and id, nothing in it.</summary>
    public void Reset(Sandbox sandbox)
    {
        Clear(sandbox.Name);
        _byName[sandbox.Name] = Open(sandbox.Name, sandbox.Type);
    }

    /// <summary>False for the sandboxes that exist in any case.</summary>
    public bool CanDelete(Sandbox sandbox) => _made.Find(sandbox.Name) is not null;

    public void Delete(Sandbox sandbox)
    {
        _made.Remove(sandbox.Name);
        _byName.TryRemove(sandbox.Name, out _);
        Clear(sandbox.Name);
    }

    private void Clear(string name) => Directory.Delete(_folder.Subfolder("sandboxes", name), recursive: true);

    private Sandbox Open(string name, string type) => new(
        name,
        StableId(name),
        type,
        new DocumentStore(_folder.Subfolder("sandboxes", name, "documents")),
        DataLake.Open(_folder.Subfolder("sandboxes", name, "lake"), _time));

    // The id must be the same after a restart, without a file of its own.
    private static string StableId(string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString();
}
