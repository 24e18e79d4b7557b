using System.Globalization;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>The authorization of a request: in the header, or in the query of a presigned URL.</summary>
internal sealed record S3Authorization(
    string AccessKeyId, string Scope, string Date, string[] SignedHeaders, string Signature, string SessionToken, string PayloadHash,
    TimeSpan? Lifetime)
{
    public static S3Authorization Of(HttpRequest request)
    {
        string header = request.Headers.Authorization.ToString();
        if (header.StartsWith(SignatureV4.Algorithm + " ", StringComparison.Ordinal))
            return OfHeader(request, header[SignatureV4.Algorithm.Length..]);
        if (request.Query.ContainsKey("X-Amz-Signature"))
            return OfQuery(request);
        throw S3Errors.AccessDenied($"The request is not signed with {SignatureV4.Algorithm}.");
    }

    public DateTimeOffset Time => DateTimeOffset.TryParseExact(
        Date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
        ? time
        : throw S3Errors.MalformedAuthorization("the date must have the form yyyyMMddTHHmmssZ.");

    private static S3Authorization OfHeader(HttpRequest request, string fields)
    {
        Dictionary<string, string> named = fields.Split(',', StringSplitOptions.TrimEntries)
            .Select(field => field.Split('=', 2)).Where(field => field.Length == 2)
            .GroupBy(field => field[0]).ToDictionary(group => group.Key, group => group.First()[1]);
        string Field(string name) => named.GetValueOrDefault(name) ?? throw S3Errors.MalformedAuthorization($"{name} is missing.");
        (string key, string scope) = Credential(Field("Credential"));
        return new S3Authorization(key, scope, request.Headers["x-amz-date"].ToString(), Field("SignedHeaders").Split(';'),
            Field("Signature"),
            request.Headers["x-amz-security-token"].ToString(), Payload(request, null), null);
    }

    private static S3Authorization OfQuery(HttpRequest request)
    {
        string Field(string name) => request.Query[name].ToString();
        (string key, string scope) = Credential(Field("X-Amz-Credential"));
        if (!int.TryParse(Field("X-Amz-Expires"), NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) || seconds > 604800)
            throw S3Errors.MalformedAuthorization("X-Amz-Expires must be seconds, at most a week.");
        return new S3Authorization(key, scope, Field("X-Amz-Date"), Field("X-Amz-SignedHeaders").Split(';'), Field("X-Amz-Signature"),
            Field("X-Amz-Security-Token"), Payload(request, S3Payload.Unsigned), TimeSpan.FromSeconds(seconds));
    }

    private static string Payload(HttpRequest request, string? otherwise) => request.Headers["x-amz-content-sha256"].FirstOrDefault()
        ?? otherwise ?? throw S3Errors.InvalidArgument("The x-amz-content-sha256 header is missing.");

    private static (string Key, string Scope) Credential(string credential)
    {
        string[] parts = credential.Split('/');
        return parts.Length == 5 && parts[3] == "s3" && parts[4] == "aws4_request"
            ? (parts[0], string.Join('/', parts[1..]))
            : throw S3Errors.MalformedAuthorization("Credential must be key/date/region/s3/aws4_request.");
    }
}
