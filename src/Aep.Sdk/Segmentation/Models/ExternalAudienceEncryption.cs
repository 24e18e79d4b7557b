namespace Aep.Sdk.Segmentation;

/// <summary>The keys of an encrypted file.</summary>
/// <param name="PublicKeyId">Id of the public key that Experience Platform has made for the encryption.</param>
/// <param name="SignVerificationKeyId">Id of the customer's own public key that verifies the signature; null for none.</param>
public sealed record ExternalAudienceEncryption(string PublicKeyId, string? SignVerificationKeyId = null);
