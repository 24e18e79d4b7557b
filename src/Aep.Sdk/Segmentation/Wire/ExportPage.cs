namespace Aep.Sdk.Segmentation;

internal sealed record ExportPage
{
    public IReadOnlyList<ProfileExportJob> Records { get => field ?? []; init; }
}
