namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>The blob that is copied from, opened.</summary>
/// <param name="Address">Its address, with its token.</param>
/// <param name="Blob">The blob.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record CopySource(Uri Address, StoredBlob Blob, FileStream Content) : IAsyncDisposable
{
    private const string HashHeader = "x-ms-source-content-md5";

    /// <exception cref="BlobException">400: a part is not what the client says that it is.</exception>
    public async Task CheckHashAsync(HttpRequest request, BlobRange part, CancellationToken cancellationToken)
    {
        if (request.Headers[HashHeader].FirstOrDefault() is not { } expected)
            return;
        using ContentHash hash = ContentHash.Md5();
        await BlobContent.ReadAsync(Content, part, piece =>
        {
            hash.Append(piece.Span);
            return ValueTask.CompletedTask;
        }, cancellationToken);
        Content.Position = 0;
        if (Convert.ToBase64String(hash.Result()) != expected)
            throw BlobErrors.Md5Mismatch();
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
