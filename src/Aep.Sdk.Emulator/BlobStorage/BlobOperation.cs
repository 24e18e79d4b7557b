namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>An operation of the Blob protocol.</summary>
/// <param name="Permissions">The permissions of which it needs one.</param>
/// <param name="RunAsync">Answers a request, given account, container and blob.</param>
internal sealed record BlobOperation(string Permissions, Func<HttpContext, string, string, string, Task> RunAsync);
