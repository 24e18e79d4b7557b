namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>An error of the Blob protocol: status, code, message.</summary>
internal sealed class BlobException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;
    public string Code { get; } = code;
}
