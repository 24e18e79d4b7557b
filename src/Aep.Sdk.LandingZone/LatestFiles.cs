namespace Aep.Sdk.LandingZones;

/// <summary>Finds what was written last.</summary>
internal static class LatestFiles
{
    private const string ExportTimePrefix = "exportTime=";

    public static async Task<ExportFolder?> ExportAsync(
        Func<string, AepPageable<LandingZoneFile>> list, string path, string datasetId, CancellationToken cancellationToken)
    {
        string root = $"{path.Trim('/')}/{datasetId}/{ExportTimePrefix}";
        string time = "";
        var files = new List<LandingZoneFile>();
        await foreach (LandingZoneFile file in list(root).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            string[] rest = file.Path[root.Length..].Split('/', 2);
            int order = string.CompareOrdinal(rest[0], time);
            if (rest.Length == 1 || order < 0) continue;
            if (order > 0) files.Clear();
            time = rest[0];
            files.Add(file);
        }

        return files.Count == 0 ? null : new ExportFolder(root + time, time, [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }

    public static async Task<LandingZoneFile?> FileAsync(
        Func<string, AepPageable<LandingZoneFile>> list, string path, string nameContains, CancellationToken cancellationToken)
    {
        LandingZoneFile? latest = null;
        await foreach (LandingZoneFile file in list($"{path.Trim('/')}/").WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            bool newer = latest is null || (file.LastModified, file.Path).CompareTo((latest.LastModified, latest.Path)) > 0;
            if (newer && file.Path.Contains(nameContains, StringComparison.Ordinal)) latest = file;
        }

        return latest;
    }
}
