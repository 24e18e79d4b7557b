using System.Collections.Concurrent;

namespace Aep.Sdk.Emulator.Storage;

/// <summary>The JSON documents of a sandbox, by kind.</summary>
internal sealed class DocumentStore(string folder)
{
    private readonly ConcurrentDictionary<string, Lazy<DocumentCollection>> _collections = new();

    public DocumentCollection this[string kind] => _collections
        .GetOrAdd(
            kind, static (name, root) => new Lazy<DocumentCollection>(() => DocumentCollection.Open(Path.Combine(root, name))), folder)
        .Value;
}
