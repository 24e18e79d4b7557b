namespace Aep.Sdk.LandingZones;

/// <summary>The folder of one export of a dataset.</summary>
/// <param name="Path">Its path: <c>{export path}/{datasetId}/exportTime={yyyyMMddHHmmss}</c>.</param>
/// <param name="ExportTime">When the dataset was exported, as in the folder's name.</param>
/// <param name="Files">Its data files, in the order of their paths.</param>
public sealed record ExportFolder(string Path, string ExportTime, IReadOnlyList<LandingZoneFile> Files);
