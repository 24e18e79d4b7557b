namespace Aep.Sdk.Segmentation;

/// <summary>The service's limit of its operations that get several objects at once.</summary>
internal static class BulkGet
{
    public const int Most = 100;
}
