using System.Net;

namespace Propensity.Report;

/// <summary>Names of event types in the page: what stands before the last dot is left out where there is no room for it.</summary>
internal static class EventName
{
    public static string Of(string name)
    {
        int end = name.LastIndexOf('.') + 1;
        string last = WebUtility.HtmlEncode(name[end..]);
        return end > 0 ? $"<span class=\"family\">{WebUtility.HtmlEncode(name[..end])}</span>{last}" : last;
    }
}
