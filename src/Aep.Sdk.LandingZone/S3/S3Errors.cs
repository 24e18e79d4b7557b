using Amazon.Runtime;

namespace Aep.Sdk.LandingZones.S3;

/// <summary>Amazon's errors as ours.</summary>
internal static class S3Errors
{
    public static async Task<T> GuardAsync<T>(string method, string path, Func<Task<T>> action)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (AmazonServiceException error)
        {
            throw StorageErrors.Of(method, path, (int)error.StatusCode, error.ErrorCode, error.GetBaseException().GetType().Name);
        }
        catch (Exception error) when (error is AmazonClientException or HttpRequestException or IOException)
        {
            throw StorageErrors.Of(method, path, 0, null, error.GetBaseException().GetType().Name);
        }
    }
}
