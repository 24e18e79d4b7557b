using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Storage;

/// <summary>
/// Documents of one kind: in memory as text, each change written to a file of its own before the call returns.
/// Text and not <see cref="JsonNode"/>, because a node that several requests read at once is not safe.
/// </summary>
internal sealed class DocumentCollection
{
    private readonly string _folder;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly HeldDocuments _held;
    private long _nextOrder;
    private long _version;

    private DocumentCollection(string folder) => (_folder, _held) = (folder, new HeldDocuments(folder));

    public static DocumentCollection Open(string folder)
    {
        var collection = new DocumentCollection(Directory.CreateDirectory(folder).FullName);
        foreach (string file in Directory.EnumerateFiles(collection._folder, "*.json"))
            collection.Load(Parse(File.ReadAllText(file)));
        foreach (JsonObject held in collection._held.Load())
        {
            string id = (string)held["id"]!;
            if (collection._entries.ContainsKey(id))
                collection._held.Release(id); // its file was written, and the process ended
            else
                collection.Load(held);
        }
        return collection;
    }

    /// <summary>Grows with each change: what was computed from the documents of a version is still true while it stands.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>All documents, in the order of their creation.</summary>
    public IReadOnlyList<JsonObject> All()
    {
        string[] texts;
        lock (_gate)
            texts = [.. _entries.Values.OrderBy(entry => entry.Order).Select(entry => entry.Text)];
        return Array.ConvertAll(texts, Parse);
    }

    public JsonObject? Find(string id)
    {
        lock (_gate)
            return _entries.TryGetValue(id, out Entry? entry) ? Parse(entry.Text) : null;
    }

    public int Count
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    public void Save(string id, JsonObject document)
    {
        lock (_gate)
            Store(id, document);
    }

    /// <summary>
    /// Takes a document that is about to change: it gets a file of its own with the next change, and until then a line of a log, which
    /// costs a fraction of that.
    /// </summary>
    public void Hold(string id, JsonObject document)
    {
        lock (_gate)
        {
            (long order, string text) = (OrderOf(id), document.ToJsonString());
            _held.Add(id, Stored(id, order, text));
            Enter(id, order, text);
        }
    }

    /// <summary>Changes a document as one step: no other change comes between reading and writing.</summary>
    public bool TryUpdate(string id, Action<JsonObject> change, [NotNullWhen(true)] out JsonObject? updated)
    {
        lock (_gate)
        {
            updated = _entries.TryGetValue(id, out Entry? entry) ? Parse(entry.Text) : null;
            if (updated is null)
                return false;
            change(updated);
            Store(id, updated);
            return true;
        }
    }

    public bool Remove(string id)
    {
        lock (_gate)
        {
            if (!_entries.Remove(id))
                return false;
            File.Delete(FileOf(id));
            _held.Release(id);
            Interlocked.Increment(ref _version);
            return true;
        }
    }

    /// <summary>Removes the oldest documents that may go until a number is left.</summary>
    public void RemoveOldest(int leave, Predicate<JsonObject> mayGo)
    {
        lock (_gate)
        {
            string[] oldest = [.. _entries.OrderBy(pair => pair.Value.Order).Where(pair => mayGo(Parse(pair.Value.Text)))
                .Take(Math.Max(_entries.Count - leave, 0)).Select(pair => pair.Key)];
            foreach (string id in oldest)
            {
                _entries.Remove(id);
                File.Delete(FileOf(id));
                _held.Release(id);
            }
            Interlocked.Increment(ref _version);
        }
    }

    private static JsonObject Parse(string text) => JsonNode.Parse(text)!.AsObject();

    private void Store(string id, JsonObject document)
    {
        long order = OrderOf(id);
        string text = document.ToJsonString();
        Write(id, order, text);
        _held.Release(id);
        Enter(id, order, text);
    }

    private long OrderOf(string id) => _entries.TryGetValue(id, out Entry? known) ? known.Order : _nextOrder++;

    private void Enter(string id, long order, string text)
    {
        _entries[id] = new Entry(order, text);
        Interlocked.Increment(ref _version);
    }

    private void Write(string id, long order, string text)
    {
        string file = FileOf(id);
        string temporary = file + ".tmp";
        File.WriteAllText(temporary, Stored(id, order, text));
        File.Move(temporary, file, overwrite: true);
    }

    private static string Stored(string id, long order, string text) =>
        new JsonObject { ["id"] = id, ["order"] = order, ["document"] = JsonNode.Parse(text) }.ToJsonString();

    private void Load(JsonObject stored)
    {
        long order = (long)stored["order"]!;
        _entries[(string)stored["id"]!] = new Entry(order, stored["document"]!.ToJsonString());
        _nextOrder = Math.Max(_nextOrder, order + 1);
    }

    // Ids are URIs and may be longer than a file name or hold characters that it may not.
    private string FileOf(string id) =>
        Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)), 0, 16) + ".json");

    private sealed record Entry(long Order, string Text);
}
