using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Landing;

/// <summary>The files of a run while they are written: in a folder of the run, where no reader of the destination sees them.</summary>
internal sealed class StagedExport(Sandbox sandbox, JsonObject target, RunContext run, string folder) : IDisposable
{
    private readonly List<ExportedFile> _files = [];
    private readonly Dictionary<string, JsonObject> _marks = [];

    public Sandbox Sandbox { get; } = sandbox;

    public JsonObject Target { get; } = target;

    public RunContext Run { get; } = run;

    public IReadOnlyList<ExportedFile> Files => _files;

    /// <summary>Lets a file be written that will land in a folder of the destination.</summary>
    /// <param name="place">The folder.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="write">Writes the file whose path it is given.</param>
    public async Task<ExportedFile> AddAsync(string place, string name, Func<string, Task> write)
    {
        string staged = _files.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), file = Path.Combine(folder, staged);
        await write(file);
        var added = new ExportedFile(place, name, new FileInfo(file).Length, staged);
        _files.Add(added);
        return added;
    }

    /// <summary>How far the flow will have come with a dataset or an audience once the files have landed.</summary>
    public void Mark(string exported, JsonObject mark) => _marks[exported] = mark;

    public ExportJournal ToJournal(RunResult result) => new(Run.FlowId, Target, [.. _files], _marks, result);

    /// <summary>Removes what has not landed.</summary>
    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
