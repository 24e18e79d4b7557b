using System.Net.Http.Headers;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>Headers of a body for another body that stands for it.</summary>
internal static class ContentHeaders
{
    public static void CopyTo(this HttpContentHeaders headers, HttpContentHeaders target)
    {
        foreach ((string name, HeaderStringValues values) in headers.NonValidated)
            target.TryAddWithoutValidation(name, values);
    }
}
