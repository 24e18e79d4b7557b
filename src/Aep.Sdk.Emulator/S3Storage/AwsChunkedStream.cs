using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>
/// A body in <c>aws-chunked</c> form: each chunk with its length and, when signed, a signature that builds on the one before;
/// behind the last, trailing headers with a checksum. Gives the content; any fault is an error before the end is.
/// </summary>
internal sealed class AwsChunkedStream(HttpRequest request, SignatureV4? signer, string seed) : ReadingStream
{
    private const int LongestLine = 8192;
    private readonly string[] _checksums = TrailersOf(request);
    private readonly ContentChecksum _checksum = new(TrailersOf(request));
    private readonly IncrementalHash _chunk = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _one = new byte[1];
    private string _previous = seed;
    private string? _signature;
    private long _left;
    private long _total;
    private bool _ended;

    /// <summary>The checksums that a request has behind its last chunk.</summary>
    public static string[] TrailersOf(HttpRequest request) => [.. request.Headers["x-amz-trailer"].ToString()
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => name.ToLowerInvariant())];

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_ended || buffer.Length == 0)
            return 0;
        if (_left == 0 && !await StartChunkAsync(cancellationToken))
            return 0;
        int count = await request.Body.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken);
        if (count == 0)
            throw S3Errors.IncompleteBody();
        _chunk.AppendData(buffer.Span[..count]);
        _checksum.Append(buffer.Span[..count]);
        _left -= count;
        _total += count;
        if (_left == 0)
            await EndChunkAsync(cancellationToken);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        _chunk.Dispose();
        _checksum.Dispose();
        base.Dispose(disposing);
    }

    // "10000;chunk-signature=…", or the length alone.
    private async Task<bool> StartChunkAsync(CancellationToken cancellationToken)
    {
        string[] header = (await ReadLineAsync(cancellationToken)).Split(";chunk-signature=", 2);
        if (!long.TryParse(header[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _left) || _left < 0)
            throw S3Errors.IncompleteBody();
        _signature = header.Length > 1 ? header[1] : null;
        if (_left > 0)
            return true;
        CheckChunk();
        await ReadTrailersAsync(cancellationToken);
        _ended = true;
        return false;
    }

    private async Task EndChunkAsync(CancellationToken cancellationToken)
    {
        CheckChunk();
        if ((await ReadLineAsync(cancellationToken)).Length > 0)
            throw S3Errors.IncompleteBody();
    }

    private void CheckChunk()
    {
        string hash = Convert.ToHexStringLower(_chunk.GetHashAndReset());
        if (signer is null)
            return;
        _previous = signer.OfChunk(_previous, hash);
        if (_signature is null || !S3Sessions.Same(_previous, _signature))
            throw S3Errors.SignatureMismatch();
    }

    private async Task ReadTrailersAsync(CancellationToken cancellationToken)
    {
        var trailers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            string[] trailer = line.Split(':', 2, StringSplitOptions.TrimEntries);
            trailers[trailer[0]] = trailer.Length > 1 ? trailer[1] : "";
        }
        if (Array.Exists(_checksums, name => trailers.GetValueOrDefault(name) != _checksum.Of(name)))
            throw S3Errors.BadDigest();
        string signed = string.Concat(_checksums.Select(name => $"{name}:{trailers[name]}\n"));
        if (signer is not null && _checksums.Length > 0
            && !S3Sessions.Same(signer.OfTrailer(_previous, signed), trailers.GetValueOrDefault("x-amz-trailer-signature", "")))
            throw S3Errors.SignatureMismatch();
        if (request.Headers["x-amz-decoded-content-length"].FirstOrDefault() is { } length
            && length != _total.ToString(CultureInfo.InvariantCulture))
            throw S3Errors.IncompleteBody();
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (line.Length < LongestLine)
        {
            // The body may end without the empty line behind the trailers.
            if (await request.Body.ReadAsync(_one, cancellationToken) == 0)
                return line.Length == 0 ? "" : throw S3Errors.IncompleteBody();
            if (_one[0] == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append((char)_one[0]);
        }
        throw S3Errors.IncompleteBody();
    }
}
