namespace Aep.Sdk.Datasets;

/// <summary>Where Data Access has the bodies of files.</summary>
internal static class FileRoutes
{
    public const string Base = "/data/foundation/export";

    public static string Part(string fileId, string path) =>
        $"{Base}/files/{Uri.EscapeDataString(fileId)}?path={Uri.EscapeDataString(path)}";

    public static string Failed(string batchId, string path) =>
        $"{Base}/batches/{Uri.EscapeDataString(batchId)}/failed?path={Uri.EscapeDataString(path)}";

    public static string Meta(string batchId, string path) =>
        $"{Base}/batches/{Uri.EscapeDataString(batchId)}/meta?path={Uri.EscapeDataString(path)}";
}
