using System.Text.Json.Serialization;
using Aep.Sdk.Core.Errors;
using Refit;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>
/// How the internal interfaces become HTTP. Refit's own exceptions hold the request with its token, so all three factories give ours
/// instead.
/// </summary>
internal static class RefitWiring
{
    public static RefitSettings Settings(JsonSerializerContext json)
    {
        RefitSettings settings = RefitSettings.ForJsonContext(json);
        settings.ContentSerializer = new AnswerSerializer((SystemTextJsonContentSerializer)settings.ContentSerializer);
        settings.UrlParameterFormatter = new QueryTextFormatter();
        settings.ExceptionFactory = ResponseErrors.FromStatusAsync;
        settings.DeserializationExceptionFactory = ResponseErrors.FromUnreadableAsync;
        settings.TransportExceptionFactory = (request, cause, _) => ResponseErrors.FromTransport(request, cause);
        return settings;
    }
}
