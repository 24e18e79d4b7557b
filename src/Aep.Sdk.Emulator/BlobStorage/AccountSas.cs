namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>
/// Account SAS tokens: for services and types of resources of a whole account
/// (https://learn.microsoft.com/rest/api/storageservices/create-account-sas).
/// </summary>
internal static class AccountSas
{
    public static string TextToSign(SasToken token, StorageAccount account) => string.Join('\n',
        account.Name, token["sp"], token["ss"], token["srt"], token["st"], token["se"], token["sip"], token["spr"], token["sv"],
        token["ses"],
        "");

    /// <exception cref="BlobException">403: it is for other services, or other types of resources.</exception>
    public static void Check(SasToken token, SasDemand demand)
    {
        if (!token["ss"].Contains('b', StringComparison.Ordinal))
            throw BlobErrors.ServiceMismatch();
        if (!token["srt"].Contains(demand.ResourceType, StringComparison.Ordinal))
            throw BlobErrors.ResourceTypeMismatch();
    }
}
