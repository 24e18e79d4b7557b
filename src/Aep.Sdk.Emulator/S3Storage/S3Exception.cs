namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>An error of the S3 protocol: status, code, message.</summary>
internal sealed class S3Exception(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;
    public string Code { get; } = code;
}
