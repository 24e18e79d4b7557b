using System.IO.Hashing;
using System.Security.Cryptography;

namespace Aep.Sdk.LandingZones.Transfer;

/// <summary>The checksum of content that goes by piece by piece.</summary>
internal abstract class Checksum : IDisposable
{
    public abstract void Append(ReadOnlySpan<byte> content);

    /// <summary>The checksum of what has gone by, as the storage protocols write it.</summary>
    public abstract byte[] Result();

    public abstract void Dispose();

    public static Checksum Of(HashAlgorithmName name) => new Cryptographic(IncrementalHash.CreateHash(name));

    public static Checksum Of(NonCryptographicHashAlgorithm hash) => new Cyclic(hash);

    /// <summary>Takes what is left of a stream.</summary>
    public async Task AppendAsync(Stream content, CancellationToken cancellationToken)
    {
        byte[] piece = new byte[81_920];
        int count;
        while ((count = await content.ReadAsync(piece, cancellationToken).ConfigureAwait(false)) > 0) Append(piece.AsSpan(0, count));
    }

    private sealed class Cryptographic(IncrementalHash hash) : Checksum
    {
        public override void Append(ReadOnlySpan<byte> content) => hash.AppendData(content);

        public override byte[] Result() => hash.GetCurrentHash();

        public override void Dispose() => hash.Dispose();
    }

    private sealed class Cyclic(NonCryptographicHashAlgorithm hash) : Checksum
    {
        public override void Append(ReadOnlySpan<byte> content) => hash.Append(content);

        // The library writes the lowest byte first, Amazon S3 the highest.
        public override byte[] Result()
        {
            byte[] result = hash.GetCurrentHash();
            Array.Reverse(result);
            return result;
        }

        public override void Dispose()
        {
        }
    }
}
