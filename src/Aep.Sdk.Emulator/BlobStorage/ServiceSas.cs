namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>
/// Service SAS tokens for a container or a blob (https://learn.microsoft.com/rest/api/storageservices/create-service-sas).
/// </summary>
internal static class ServiceSas
{
    private const string Version = "2022-11-02";

    /// <summary>The fields of a token that say which headers an answer has.</summary>
    public static IReadOnlyList<(string Field, string Header)> Overrides { get; } =
    [
        ("rscc", "Cache-Control"), ("rscd", "Content-Disposition"), ("rsce", "Content-Encoding"), ("rscl", "Content-Language"),
        ("rsct", "Content-Type"),
    ];

    /// <summary>A token for everything in a container.</summary>
    public static string ForContainer(
        StorageAccount account, string container, string permissions, DateTimeOffset start, DateTimeOffset expiry)
    {
        var fields = new Dictionary<string, string>
        {
            ["sv"] = Version,
            ["sr"] = "c",
            ["sp"] = permissions,
            ["st"] = SasToken.Time(start),
            ["se"] = SasToken.Time(expiry),
            ["spr"] = "https,http",
        };
        fields["sig"] = SasToken.Sign(
            account, TextToSign(name => fields.GetValueOrDefault(name, ""), $"/blob/{account.Name}/{container}"));
        return string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
    }

    /// <exception cref="BlobException">403: the token is for no container and no blob.</exception>
    public static string TextToSign(SasToken token, StorageAccount account, string container, string? blob) =>
        TextToSign(name => token[name], token["sr"] switch
        {
            "c" => $"/blob/{account.Name}/{container}",
            "b" when blob is not null => $"/blob/{account.Name}/{container}/{blob}",
            _ => throw BlobErrors.AuthenticationFailed("The signed resource (sr) is missing or not supported."),
        });

    private static string TextToSign(Func<string, string> field, string resource) => string.Join('\n',
        field("sp"), field("st"), field("se"), resource, field("si"), field("sip"), field("spr"), field("sv"), field("sr"), "",
        field("ses"),
        field("rscc"), field("rscd"), field("rsce"), field("rscl"), field("rsct"));
}
