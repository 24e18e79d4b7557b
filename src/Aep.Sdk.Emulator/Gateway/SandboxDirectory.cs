using System.Security.Cryptography;
using System.Text;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.Storage;

namespace Aep.Sdk.Emulator.Gateway;

/// <summary>The sandboxes of the organisation.</summary>
internal sealed class SandboxDirectory
{
    /// <summary>The sandbox that every organisation has.</summary>
    public const string Default = "prod";

    private readonly Dictionary<string, Sandbox> _byName;

    public SandboxDirectory(AepEmulatorOptions options, DataFolder folder, TimeProvider time)
    {
        IEnumerable<string> names = new[] { Default, "dev", options.SandboxName }.Distinct();
        _byName = names.ToDictionary(name => name, name => Open(name, folder, time), StringComparer.Ordinal);
    }

    public IReadOnlyList<Sandbox> All => [.. _byName.Values];

    public Sandbox? Find(string name) => _byName.GetValueOrDefault(name);

    private static Sandbox Open(string name, DataFolder folder, TimeProvider time) => new(
        name,
        StableId(name),
        name == Default ? "production" : "development",
        new DocumentStore(folder.Subfolder("sandboxes", name, "documents")),
        new DataLake(folder.Subfolder("sandboxes", name, "lake"), time));

    // The id must be the same after a restart, without a file of its own.
    private static string StableId(string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString();
}
