namespace Aep.Sdk.Ingestion;

/// <summary>A file of a batch.</summary>
/// <param name="Name">Its name in the batch.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Records">Its rows; 0 for a file that you brought.</param>
/// <param name="WasThere">True when an earlier run had sent it, so that this one did not.</param>
public sealed record IngestedFile(string Name, long Bytes, long Records, bool WasThere);
