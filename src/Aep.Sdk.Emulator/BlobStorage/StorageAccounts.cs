using System.Collections.Concurrent;
using System.Security.Cryptography;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>One account a sandbox. Keys are made once and kept, so that a SAS token outlives a restart.</summary>
internal sealed class StorageAccounts(DataFolder folder, SandboxDirectory sandboxes)
{
    private const int KeyBytes = 64;
    private readonly ConcurrentDictionary<string, StorageAccount> _byName = new();

    public StorageAccount Of(Sandbox sandbox) => _byName.GetOrAdd(NameOf(sandbox), name => new StorageAccount(name, LoadKey(name)));

    public StorageAccount? Find(string name) =>
        sandboxes.All.FirstOrDefault(sandbox => NameOf(sandbox) == name) is { } owner ? Of(owner) : null;

    private static string NameOf(Sandbox sandbox) =>
        "dlz" + new string([.. sandbox.Name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);

    private byte[] LoadKey(string name)
    {
        string file = folder.File($"{name}.key");
        if (File.Exists(file))
            return Convert.FromBase64String(File.ReadAllText(file));
        byte[] key = RandomNumberGenerator.GetBytes(KeyBytes);
        PrivateFile.Write(file, Convert.ToBase64String(key));
        return key;
    }
}
