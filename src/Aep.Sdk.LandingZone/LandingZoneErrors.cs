using Azure;

namespace Aep.Sdk.LandingZones;

/// <summary>The storage client's errors as ours: its own hold the URL with its signature.</summary>
internal static class LandingZoneErrors
{
    public static async Task<T> GuardAsync<T>(string method, string path, Func<Task<T>> action)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (RequestFailedException error)
        {
            var details = new AepErrorDetails
            {
                Status = error.Status,
                Method = method,
                Uri = path,
                ErrorCode = error.ErrorCode,
                Detail = Text(error),
            };
            throw error.Status switch
            {
                403 => new AepPermissionException(details),
                404 => new AepNotFoundException(details),
                _ => new AepRequestException(details),
            };
        }
    }

    private static string Text(RequestFailedException error) => error.Status switch
    {
        0 => $"The storage account gave no answer: {error.GetBaseException().GetType().Name}.",
        403 => "The storage account refused the access. The credentials may have expired: open the landing zone again.",
        _ => "The storage account refused the request.",
    };
}
