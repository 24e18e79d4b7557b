namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>Who sent a request: a session whose signature is right, and the body that belongs to it.</summary>
internal sealed record S3Caller(S3Session Session, Stream Body)
{
    private static readonly TimeSpan LargestSkew = TimeSpan.FromMinutes(15);

    /// <summary>Checks session token, access key, time and signature. The body checks itself while it is read.</summary>
    /// <exception cref="S3Exception">The request is not from whom it says.</exception>
    public static S3Caller Of(HttpRequest request, S3Sessions sessions, DateTimeOffset now)
    {
        S3Authorization authorization = S3Authorization.Of(request);
        if (authorization.SessionToken.Length == 0)
            throw S3Errors.AccessDenied("The session token (x-amz-security-token) is missing: the credential is a temporary one.");
        S3Session session = sessions.Recognise(authorization.SessionToken, now);
        if (session.AccessKeyId != authorization.AccessKeyId)
            throw S3Errors.InvalidAccessKey();
        CheckTime(authorization, now);
        if (!authorization.SignedHeaders.Contains("host"))
            throw S3Errors.MalformedAuthorization("the host header must be signed.");
        var signer = new SignatureV4(session.SecretAccessKey, authorization.Date, authorization.Scope);
        string expected = signer.OfRequest(CanonicalRequest.Of(request, authorization.SignedHeaders, authorization.PayloadHash));
        if (!S3Sessions.Same(expected, authorization.Signature))
            throw S3Errors.SignatureMismatch();
        return new S3Caller(session, S3Payload.Of(request, authorization.PayloadHash, signer, expected));
    }

    private static void CheckTime(S3Authorization authorization, DateTimeOffset now)
    {
        if (!authorization.Date.StartsWith(authorization.Scope[..8], StringComparison.Ordinal))
            throw S3Errors.MalformedAuthorization("the date of the scope is not the date of the request.");
        if (authorization.Lifetime is { } lifetime && authorization.Time + lifetime < now)
            throw S3Errors.AccessDenied("Request has expired.");
        if ((authorization.Lifetime is null || authorization.Time > now) && (authorization.Time - now).Duration() > LargestSkew)
            throw S3Errors.TimeTooSkewed();
    }
}
