namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>The error codes of the Blob protocol that this server uses.</summary>
internal static class BlobErrors
{
    public static BlobException AuthenticationFailed(string detail) => new(403, "AuthenticationFailed",
        $"Server failed to authenticate the request. Make sure the value of the Authorization header is formed correctly including the "
            + $"signature. {detail}");

    public static BlobException PermissionMismatch() => new(403, "AuthorizationPermissionMismatch",
        "This request is not authorized to perform this operation using this permission.");

    public static BlobException ProtocolMismatch() => new(403, "AuthorizationProtocolMismatch",
        "This request is not authorized to perform this operation using this protocol.");

    public static BlobException AddressMismatch(System.Net.IPAddress? address) => new(403, "AuthorizationSourceIPMismatch",
        $"This request is not authorized to perform this operation using this source IP {address}.");

    public static BlobException ServiceMismatch() => new(403, "AuthorizationServiceMismatch",
        "This request is not authorized to perform this operation using this service.");

    public static BlobException ResourceTypeMismatch() => new(403, "AuthorizationResourceTypeMismatch",
        "This request is not authorized to perform this operation using this resource type.");

    public static BlobException BlobNotFound() => new(404, "BlobNotFound", "The specified blob does not exist.");

    public static BlobException ContainerNotFound() => new(404, "ContainerNotFound", "The specified container does not exist.");

    public static BlobException AlreadyExists() => new(409, "BlobAlreadyExists", "The specified blob already exists.");

    public static BlobException ConditionNotMet() =>
        new(412, "ConditionNotMet", "The condition specified using HTTP conditional header(s) is not met.");

    public static BlobException NoLease() => new(412, "LeaseNotPresentWithBlobOperation", "There is currently no lease on the blob.");

    public static BlobException InvalidRange() =>
        new(416, "InvalidRange", "The range specified is invalid for the current size of the resource.");

    public static BlobException InvalidBlockList() => new(400, "InvalidBlockList", "The specified block list is invalid.");

    public static BlobException InvalidMd5() =>
        new(400, "InvalidMd5", "The MD5 value specified in the request is invalid. The MD5 value must be 128 bits and Base64-encoded.");
    public static BlobException Md5Mismatch() =>
        new(400, "Md5Mismatch", "The MD5 value specified in the request did not match with the MD5 value calculated by the server.");

    public static BlobException Crc64Mismatch() =>
        new(400, "Crc64Mismatch", "The CRC64 value specified in the request did not match with the CRC64 value calculated by the server.");

    public static BlobException InvalidHeader(string name, string value) =>
        new(400, "InvalidHeaderValue", $"The value of the header {name} is not in the correct format: {value}.");

    public static BlobException MissingHeader(string name) =>
        new(400, "MissingRequiredHeader", $"An HTTP header that's mandatory for this request is not specified: {name}.");

    public static BlobException InvalidQuery(string name, string value) =>
        new(400, "InvalidQueryParameterValue", $"The value of the query parameter {name} cannot be read: {value}.");

    public static BlobException OutOfRangeQuery(string name, string value) =>
        new(400, "OutOfRangeQueryParameterValue", $"The query parameter {name} is outside the permissible range: {value}.");

    public static BlobException SourceConditionNotMet() =>
        new(412, "SourceConditionNotMet", "The source condition specified using HTTP conditional header(s) is not met.");

    public static BlobException CannotVerifySource(string detail) =>
        new(403, "CannotVerifyCopySource", $"The source of the copy cannot be read. {detail}");

    public static BlobException InvalidName(string name) =>
        new(400, "InvalidResourceName", $"The specified resource name '{name}' contains invalid characters.");

    public static BlobException NotSupported(string operation) =>
        new(501, "NotImplemented", $"{operation} is not supported by the local platform.");
}
