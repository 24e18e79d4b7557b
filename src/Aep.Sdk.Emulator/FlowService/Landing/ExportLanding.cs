using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.FlowService.Landing;

/// <summary>
/// Makes an export land whole or not at all, wherever the platform stops. The files are written beside the destination first. One document,
/// the journal, says that they are complete: before it is there the run is done again, after it the run is only ended.
/// </summary>
internal sealed class ExportLanding(DataFolder data, CloudFolders folders)
{
    /// <summary>Begins to write the files of a run, and forgets those that an earlier try has left.</summary>
    public StagedExport Begin(Sandbox sandbox, JsonObject target, RunContext run)
    {
        string folder = FolderOf(sandbox, run.RunId);
        Directory.Delete(folder, recursive: true);
        return new StagedExport(sandbox, target, run, Directory.CreateDirectory(folder).FullName);
    }

    /// <summary>Moves the files of a run to their places.</summary>
    public RunResult Land(StagedExport export, RunResult result)
    {
        ExportJournal journal = export.ToJournal(result);
        RunInputs.Change(export.Sandbox, export.Run.RunId, journal.WriteTo);
        return Complete(export.Sandbox, export.Run.RunId, journal);
    }

    /// <summary>Does what the journal of a run says and was not done yet.</summary>
    public RunResult Complete(Sandbox sandbox, string runId, ExportJournal journal)
    {
        string staging = FolderOf(sandbox, runId);
        var landed = new List<ExportedFile>();
        try
        {
            foreach (ExportedFile file in journal.Files)
            {
                if (File.Exists(Path.Combine(staging, file.Staged)))
                    folders.Publish(sandbox, journal.Target, file.Place, Path.Combine(staging, file.Staged));
                landed.Add(file);
            }
        }
        catch
        {
            // A place that cannot be written to: the run fails, and none of its files stays.
            foreach (ExportedFile file in landed)
                folders.Withdraw(sandbox, journal.Target, file.Place, Path.Combine(staging, file.Staged));
            Discard(sandbox, runId);
            throw;
        }
        foreach ((string exported, JsonObject mark) in journal.Marks)
            ExportMarks.Set(sandbox, journal.FlowId, exported, mark);
        Directory.Delete(staging, recursive: true);
        return journal.Result;
    }

    /// <summary>Removes what a run has written that did not land.</summary>
    public void Discard(Sandbox sandbox, string runId)
    {
        RunInputs.Change(sandbox, runId, ExportJournal.RemoveFrom);
        Directory.Delete(FolderOf(sandbox, runId), recursive: true);
    }

    private string FolderOf(Sandbox sandbox, string runId) => data.Subfolder("sandboxes", sandbox.Name, "exports", runId);
}
