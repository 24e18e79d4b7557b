using System.Xml;
using Azure;

namespace Aep.Sdk.LandingZones.Blobs;

/// <summary>The storage client's errors as ours: its own hold the URL with its signature.</summary>
internal static class AzureErrors
{
    public static async Task<T> GuardAsync<T>(string method, string path, Func<Task<T>> action)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (RequestFailedException error)
        {
            throw StorageErrors.Of(method, path, error.Status, error.ErrorCode, error.GetBaseException().GetType().Name);
        }
        catch (AggregateException error) when (error.InnerExceptions.All(inner => inner is RequestFailedException))
        {
            throw StorageErrors.Of(method, path, 0, null, error.InnerExceptions[0].GetBaseException().GetType().Name); // all retries failed
        }
        catch (Exception error) when (error is XmlException or IOException or HttpRequestException)
        {
            // the answer broke off: its XML has no end
            throw StorageErrors.Of(method, path, 0, null, error.GetBaseException().GetType().Name);
        }
    }
}
