using System.Net;
using System.Text.Encodings.Web;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>The strategies of the filter <c>escape</c>.</summary>
internal static class Escaping
{
    public static string Apply(string text, string strategy) => strategy switch
    {
        "html" or "html_attr" => WebUtility.HtmlEncode(text),
        "js" or "json" => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text),
        "url_param" => WebUtility.UrlEncode(text),
        _ => throw new TemplateException(
            $"The strategy '{strategy}' of the filter 'escape' is not supported: use html, js, json or url_param."),
    };
}
