using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>
/// Reads an answer that is in memory from there: as a stream it would be copied twice on its way. Everything else is the serializer's of
/// Refit.
/// </summary>
internal sealed class AnswerSerializer(SystemTextJsonContentSerializer other) : IHttpContentSerializer
{
    public HttpContent ToHttpContent<T>(T item) => other.ToHttpContent(item);

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        if (content is not AnswerContent answer || !answer.TryGetUtf8(out ReadOnlySpan<byte> json))
            return other.FromHttpContentAsync<T>(content, cancellationToken);
        var type = (JsonTypeInfo<T>)other.SerializerOptions.GetTypeInfo(typeof(T));
        return Task.FromResult(JsonSerializer.Deserialize(json, type));
    }

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => other.GetFieldNameForProperty(propertyInfo);
}
