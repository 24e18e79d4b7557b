namespace Aep.Sdk.LandingZones;

/// <summary>What a storage said, as our exceptions.</summary>
internal static class StorageErrors
{
    public static AepRequestException Of(string method, string path, int status, string? code, string cause)
    {
        var details = new AepErrorDetails { Status = status, Method = method, Uri = path, ErrorCode = code, Detail = Text(status, cause) };
        return status switch
        {
            403 => new AepPermissionException(details),
            404 => new AepNotFoundException(details),
            409 or 412 => new AepConflictException(details),
            _ => new AepRequestException(details),
        };
    }

    private static string Text(int status, string cause) => status switch
    {
        0 => $"The storage gave no answer: {cause}.",
        403 => "The storage refused the access. The credentials may have expired: open the landing zone again.",
        409 or 412 => "The file was changed in the meantime. Read it again.",
        _ => "The storage refused the request.",
    };
}
