using System.Text.Json;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.StreamingIngestion;

/// <summary>Reads the body of a request to an inlet: JSON of at most 1 MB.</summary>
internal static class CollectionBody
{
    public const int MaxBytes = 1024 * 1024;

    // Of two values of one member one would be lost, and a batch of messages fails with it.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static async Task<JsonDocument> ReadAsync(HttpRequest request)
    {
        string type = request.ContentType ?? "";
        if (type.Contains("smile", StringComparison.OrdinalIgnoreCase))
            throw NotSupported.Create($"POST {request.Path} with the content type {type}");
        if (!type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            throw StreamingErrors.UnsupportedMediaType(type);
        if (request.ContentLength > MaxBytes)
            throw StreamingErrors.TooLarge(MaxBytes);
        byte[] bytes = await ReadAllAsync(request.Body, request.HttpContext.RequestAborted);
        try
        {
            return JsonDocument.Parse(bytes, Strict);
        }
        catch (JsonException exception)
        {
            throw StreamingErrors.InvalidMessage($"The body is not valid JSON: {exception.Message}");
        }
    }

    // A chunked body does not say its length before.
    private static async Task<byte[]> ReadAllAsync(Stream body, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        byte[] chunk = new byte[1 << 14];
        int read;
        while ((read = await body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > MaxBytes)
                throw StreamingErrors.TooLarge(MaxBytes);
            buffer.Write(chunk, 0, read);
        }
        return buffer.ToArray();
    }
}
