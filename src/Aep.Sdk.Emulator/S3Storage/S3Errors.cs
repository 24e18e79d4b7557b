namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>The error codes of the S3 protocol that this server uses.</summary>
internal static class S3Errors
{
    public static S3Exception AccessDenied(string detail) => new(403, "AccessDenied", $"Access Denied. {detail}");

    public static S3Exception InvalidAccessKey() =>
        new(403, "InvalidAccessKeyId", "The access key id is not the one of the session token.");

    public static S3Exception InvalidToken() => new(400, "InvalidToken", "The provided token is malformed or otherwise not valid.");

    public static S3Exception ExpiredToken() => new(400, "ExpiredToken", "The provided token has expired.");

    public static S3Exception SignatureMismatch() => new(403, "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.");

    public static S3Exception TimeTooSkewed() =>
        new(403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.");

    public static S3Exception MalformedAuthorization(string detail) =>
        new(400, "AuthorizationHeaderMalformed", $"The authorization is malformed: {detail}");

    public static S3Exception InvalidRequest(string message) => new(400, "InvalidRequest", message);

    public static S3Exception NoSuchBucket() => new(404, "NoSuchBucket", "The specified bucket does not exist.");

    public static S3Exception NoSuchKey() => new(404, "NoSuchKey", "The specified key does not exist.");

    public static S3Exception NoSuchUpload() =>
        new(404, "NoSuchUpload", "The specified multipart upload does not exist: it was aborted or completed.");

    public static S3Exception InvalidPart() =>
        new(400, "InvalidPart", "One or more of the specified parts could not be found, or has another entity tag.");

    public static S3Exception EntityTooSmall() => new(400, "EntityTooSmall", "A part other than the last is smaller than 5 MiB.");

    public static S3Exception InvalidArgument(string detail) => new(400, "InvalidArgument", detail);

    public static S3Exception InvalidRange() => new(416, "InvalidRange", "The requested range is not satisfiable.");

    public static S3Exception PreconditionFailed() =>
        new(412, "PreconditionFailed", "At least one of the preconditions you specified did not hold.");

    public static S3Exception BadDigest() => new(400, "BadDigest", "The checksum you specified did not match what we received.");

    public static S3Exception HashMismatch() =>
        new(400, "XAmzContentSHA256Mismatch", "The provided x-amz-content-sha256 does not match what was computed.");

    public static S3Exception IncompleteBody() => new(400, "IncompleteBody", "The aws-chunked body ended early or is malformed.");

    public static S3Exception MalformedXml() => new(400, "MalformedXML", "The XML you provided was not well-formed.");

    public static S3Exception NotSupported(string operation) =>
        new(501, "NotImplemented", $"{operation} is not supported by the local platform.");
}
