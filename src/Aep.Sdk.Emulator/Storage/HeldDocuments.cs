using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Win32.SafeHandles;

namespace Aep.Sdk.Emulator.Storage;

/// <summary>
/// The documents of a collection that have no file yet, as lines of one log that is only appended to: what a process that is killed leaves
/// behind. It is emptied whenever no document is held. Not safe for several threads: the collection's lock guards it.
/// </summary>
internal sealed class HeldDocuments(string folder)
{
    private const string Document = "document";

    private readonly string _file = Path.Combine(folder, "held.log");
    private readonly HashSet<string> _ids = [];
    private SafeFileHandle? _log;
    private long _length;

    /// <summary>What an earlier process held, as <see cref="Add"/> was given it.</summary>
    public IReadOnlyCollection<JsonObject> Load()
    {
        if (!File.Exists(_file))
            return [];
        string text = File.ReadAllText(_file);
        Dictionary<string, JsonObject> held = [];
        // A line without an end was being written when the process ended.
        foreach (string line in text.Split('\n')[..^1])
        {
            JsonObject entry = JsonNode.Parse(line)!.AsObject();
            string id = (string)entry["id"]!;
            if (entry.ContainsKey(Document))
                held[id] = entry;
            else
                held.Remove(id);
        }
        _ids.UnionWith(held.Keys);
        _length = Encoding.UTF8.GetByteCount(text.AsSpan(0, text.LastIndexOf('\n') + 1));
        return held.Values;
    }

    /// <param name="id">The document's id.</param>
    /// <param name="stored">The document in the form of its file: one line.</param>
    public void Add(string id, string stored)
    {
        _ids.Add(id);
        Append(stored);
    }

    /// <summary>The document has a file now, or has been removed.</summary>
    public void Release(string id)
    {
        if (!_ids.Remove(id))
            return;
        if (_ids.Count == 0)
            RandomAccess.SetLength(Log(), _length = 0);
        else
            Append(new JsonObject { ["id"] = id }.ToJsonString());
    }

    private void Append(string line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line + "\n");
        RandomAccess.Write(Log(), bytes, _length);
        _length += bytes.Length;
    }

    private SafeFileHandle Log() =>
        _log ??= File.OpenHandle(_file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
}
