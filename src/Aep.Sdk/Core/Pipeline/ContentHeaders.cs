using System.Net.Http.Headers;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>Headers of a body for another body that stands for it.</summary>
internal static class ContentHeaders
{
    /// <param name="headers">The headers.</param>
    /// <param name="target">Those of the other body.</param>
    /// <param name="length">The other body's length where it differs; null where it is the same.</param>
    public static void CopyTo(this HttpContentHeaders headers, HttpContentHeaders target, long? length = null)
    {
        foreach ((string name, HeaderStringValues values) in headers.NonValidated)
        {
            if (length is not null && name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                continue;
            if (values.Count == 1)
                target.TryAddWithoutValidation(name, values.ToString()); // without an enumerator
            else
                target.TryAddWithoutValidation(name, values);
        }
    }
}
