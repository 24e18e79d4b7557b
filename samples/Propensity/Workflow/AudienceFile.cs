using System.Globalization;
using Aep.Sdk.LandingZones;
using CsvHelper;

namespace Propensity.Workflow;

/// <summary>The file of an activated audience.</summary>
public static class AudienceFile
{
    /// <summary>The newest file of a segment, and how many profiles it lists.</summary>
    /// <exception cref="WorkflowException">There is none.</exception>
    public static async Task<(string Path, long Rows)> CountAsync(
        LandingZoneContainer container, string path, string segmentId, CancellationToken cancellationToken = default)
    {
        LandingZoneFile file = await container.FindLatestFileAsync(path, segmentId, cancellationToken)
            ?? throw new WorkflowException($"The activation has ended, but {path} holds no file of the segment {segmentId}.");
        await using Stream content = await container.OpenReadAsync(file.Path, cancellationToken);
        using var csv = new CsvReader(new StreamReader(content), CultureInfo.InvariantCulture);
        await csv.ReadAsync();
        csv.ReadHeader();
        long rows = 0;
        while (await csv.ReadAsync())
            rows++;
        return (file.Path, rows);
    }
}
